import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findCluster } from '#platform/database/embedded/cluster-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The program as `npm start` runs it, in a process of its own. */
export type RunningProgram = {
  address: string
  killServer(): Promise<void>
  /** Ends PostgreSQL and everything it was about to write. */
  killDatabase(): void
  /** As Ctrl-C does. */
  stop(): Promise<void>
}

/** Starts the program on a free port and waits until it answers. */
export async function startProgram(dataFolder: string): Promise<RunningProgram> {
  const port = await freePort()
  const child = spawn(process.execPath, [path.join(root, 'apps/server/main.ts')], {
    cwd: root, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, XINHUO_DATA: dataFolder, HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: '' },
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => { errors = (errors + part).slice(-4000) })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = `http://127.0.0.1:${port}`
  while (!await fetch(`${address}/healthz`).then((answer) => answer.ok, () => false)) {
    if (child.exitCode !== null) throw new Error(`the program did not start: ${errors}`)
    await pause(50)
  }
  return {
    address,
    killServer: () => end(child, ended, 'SIGKILL'),
    killDatabase: () => void process.kill(postmasterOf(dataFolder), 'SIGKILL'),
    stop: () => end(child, ended, 'SIGTERM'),
  }
}

async function end(child: ChildProcess, ended: Promise<void>, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  await ended
}

function postmasterOf(dataFolder: string): number {
  return Number(readFileSync(path.join(findCluster(dataFolder).path, 'postmaster.pid'), 'utf8').split('\n')[0])
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
