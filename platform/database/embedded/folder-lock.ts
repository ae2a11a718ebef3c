import { createHash } from 'node:crypto'
import { createConnection, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { LaunchError } from './launch-error.ts'

/** Held while a server of the folder runs. */
export type FolderLock = { release(): Promise<void> }

/** How long, in milliseconds, a process killed a moment ago may still hold its lock while the kernel takes it down. */
const patience = 1500

/**
 * One launcher per folder. The lock is a name in the kernel, not a file: it vanishes with the process, also after kill -9,
 * so a free lock beside a running PostgreSQL proves an orphan.
 */
export async function lockFolder(realFolder: string): Promise<FolderLock> {
  const name = nameOf(realFolder)
  const until = performance.now() + patience
  for (;;) {
    try {
      return await hold(name)
    } catch (cause) {
      if (performance.now() > until) throw alreadyRunning(realFolder, cause)
      await pause(25)
    }
  }
}

/** Whether a launcher holds the folder at this moment; asked without waiting. */
export function isFolderHeld(realFolder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const knock = createConnection({ path: nameOf(realFolder) })
    knock.once('connect', () => {
      knock.destroy()
      resolve(true)
    }).once('error', () => resolve(false))
  })
}

const nameOf = (realFolder: string) => `\0xinhuo-${createHash('sha256').update(realFolder).digest('hex')}`

async function hold(name: string): Promise<FolderLock> {
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path: name, exclusive: true }, resolve)
  })
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

function alreadyRunning(folder: string, cause: unknown): LaunchError {
  return new LaunchError('already-running', {
    zh: `数据文件夹 ${folder} 的数据库正在被另一个程序使用，请先停止那个程序，或换一个数据文件夹。`,
    en: `The database in ${folder} is in use by another process: stop that process or choose another folder.`,
  }, cause)
}
