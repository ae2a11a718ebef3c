import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ClusterTools } from './initialize.ts'
import { socketName, socketPort } from './settings.ts'

/** A folder that only the server's account may enter, for its socket; `remove` takes away what was made for it alone. */
export type SocketFolder = { folder: string; remove: () => void }

/** The kernel keeps a socket's path in 108 bytes, the last of them zero. */
const longestPath = 107

const fits = (folder: string) => Buffer.byteLength(path.join(folder, socketName)) <= longestPath

/** Where the socket may lie, best first: in the cluster, which is closed to others already; else, for a long path or a disk that holds no sockets, apart. */
export function socketFolders({ cluster, user }: Pick<ClusterTools, 'cluster' | 'user'>): (() => SocketFolder)[] {
  const beside = () => ({ folder: cluster, remove: () => undefined })
  const apart = () => {
    const folder = mkdtempSync(path.join(fits(path.join(tmpdir(), 'xinhuo-socket-123456')) ? tmpdir() : '/tmp', 'xinhuo-socket-'))
    chownSync(folder, user.uid, user.gid)
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
  }
  return fits(cluster) ? [beside, apart] : [apart]
}

/** A connection string for it, as libpq and node-postgres read it. */
export const socketUrl = ({ user, password, folder, database }: Record<'user' | 'password' | 'folder' | 'database', string>): string =>
  `postgres://${user}:${password}@${encodeURIComponent(folder)}:${socketPort}/${database}`
