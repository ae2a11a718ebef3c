// A scanned certificate is sealed under a key of its own before it reaches the disk.
import path from 'node:path'
import type { KeyObject } from 'node:crypto'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import { openLocalStore } from '#platform/files/local-store.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { Context } from '#platform/http/context.ts'

const stores = new Map<string, Promise<FileStore>>()

/** Where scans lie. */
export function scanStore({ installation }: Pick<Context, 'installation'>): Promise<FileStore> {
  const folder = path.join(installation.dataFolder, 'files')
  const known = stores.get(folder) ?? openLocalStore({ folder })
  stores.set(folder, known)
  return known
}

/** What a sealed scan is bound to: it opens in place of no other. */
export const scanAad = (cityId: number, id: string): string => `charity.qualifications.scan/${cityId}/${id}`

/** A new key for a scan, wrapped. */
export const newScanKey = ({ installation, actor }: Context, id: string): Buffer =>
  newWrappedKey(installation.masterKeys, { cityId: String(actor.cityId), personId: id }).wrapped

/** The key of a scan out of its wrapping. */
export const scanKey = ({ installation, actor }: Context, { id, wrappedKey }: { id: string; wrappedKey: Buffer }): KeyObject =>
  unwrapKey(installation.masterKeys, wrappedKey, { cityId: String(actor.cityId), personId: id })
