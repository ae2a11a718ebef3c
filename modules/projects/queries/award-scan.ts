import path from 'node:path'
import { openLocalStore } from '#platform/files/local-store.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { Context } from '#platform/http/context.ts'

const stores = new Map<string, Promise<FileStore>>()

/** Where scanned receipts lie: what is put there is sealed already under the key of its award. */
export function awardScanStore({ installation }: Pick<Context, 'installation'>): Promise<FileStore> {
  const folder = path.join(installation.dataFolder, 'files')
  const known = stores.get(folder) ?? openLocalStore({ folder })
  stores.set(folder, known)
  return known
}

/** What a sealed scan is bound to: it opens in place of no other. */
export const awardScanAad = (cityId: number, awardId: string): string => `projects.awards.scan/${cityId}/${awardId}`
