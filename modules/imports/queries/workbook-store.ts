import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { openLocalStore } from '#platform/files/local-store.ts'
import { sealing } from '#platform/files/sealing.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { Context } from '#platform/http/context.ts'
import type { Sheet } from '#platform/sheets/cells.ts'
import { Refusal } from '#platform/contract/refusal.ts'

const stores = new Map<string, Promise<FileStore>>()

/** Where uploaded workbooks lie for thirty days, sealed under a key of their own. */
export function workbookStore({ installation }: Context): Promise<FileStore> {
  const folder = path.join(installation.dataFolder, 'imports')
  const known = stores.get(folder)
  if (known !== undefined) return known
  const key = new Uint8Array(installation.masterKeys.derive('imports').export())
  const opened = openLocalStore({ folder }).then((store) => sealing(store, key))
  stores.set(folder, opened)
  return opened
}

/** The whole of a stored file; refused when it was removed. */
export async function readStored(context: Context, key: string | null): Promise<Buffer> {
  if (key === null) throw new Refusal('FILE_GONE')
  const store = await workbookStore(context)
  return buffer(await store.get(key))
}

/** The rows of an import as they were read at the upload. */
export async function readStoredSheet(context: Context, key: string | null): Promise<Sheet> {
  return JSON.parse((await readStored(context, key)).toString('utf8')) as Sheet
}
