import path from 'node:path'
import type { Installation } from '#platform/settings/installation.ts'
import { openLocalStore } from './local-store.ts'
import type { FileStore } from './store.ts'

const stores = new Map<string, Promise<FileStore>>()

/** Where the attachments of an installation lie, opened once. What is put there is sealed already, under the key of what it belongs to. */
export function filesOf({ installation }: { installation: Pick<Installation, 'dataFolder'> }): Promise<FileStore> {
  const folder = path.join(installation.dataFolder, 'files')
  const known = stores.get(folder) ?? openLocalStore({ folder })
  stores.set(folder, known)
  return known
}
