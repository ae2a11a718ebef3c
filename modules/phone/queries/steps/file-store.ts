import path from 'node:path'
import { openLocalStore } from '#platform/files/local-store.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { Context } from '#platform/http/context.ts'

const stores = new Map<string, Promise<FileStore>>()

/** Where the files of visits lie: what is put there is sealed already, under a key of its own. */
export function fileStore({ installation }: Pick<Context, 'installation'>): Promise<FileStore> {
  const folder = path.join(installation.dataFolder, 'files')
  const known = stores.get(folder) ?? openLocalStore({ folder })
  stores.set(folder, known)
  return known
}

/** What the sealed bytes of a file are bound to: they open in place of no other. */
export const fileAad = (cityId: number, id: string): string => `phone.visit-files\0${cityId}\0${id}`
