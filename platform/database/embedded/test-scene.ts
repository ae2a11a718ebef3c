import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import type { EmbeddedServer, StartOptions } from './start.ts'
import { startOn } from './start.ts'
import { thisMachine, type Surroundings } from './surroundings.ts'

/** Whether the tests run as root, on whose terms PostgreSQL must be given to another account. */
export const isRoot = process.getuid?.() === 0

/** A folder others may pass through, removed after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'xinhuo-launch-')))
  chmodSync(folder, 0o711)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

let template: string | undefined

/** A data folder whose first start is behind it: a copy of one made once per test process, because initdb is the slow part. */
export async function startedBefore(): Promise<string> {
  template ??= await makeTemplate()
  const folder = temporaryFolder()
  execFileSync('cp', ['-a', `${template}/.`, folder])
  return folder
}

/** Files that share a process share the template too: it lies in the folder of the run, which goes when the run does. */
async function makeTemplate(): Promise<string> {
  const folder = realpathSync(mkdtempSync(path.join(inject('scratchFolder'), 'launched-')))
  chmodSync(folder, 0o711)
  const server = await startOn(thisMachine(), { folder, durable: false })
  await ask(server.superuserUrl, 'create table kept as select 7 as n')
  await server.stop()
  return folder
}

/** A real start, quick instead of durable, stopped after the test. */
export async function start(options: StartOptions, terms: Partial<Surroundings> = {}): Promise<EmbeddedServer> {
  const settings = { fsync: 'off', logging_collector: 'off', ...options.settings }
  const server = await startOn({ ...thisMachine(), ...terms }, { ...options, settings, durable: false })
  onTestFinished(() => server.stop())
  return server
}

/** One statement on a connection of its own; returns the first column of the rows. */
export async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const result = await client.query<unknown[]>({ text: statement, rowMode: 'array' })
    return result.rows.map((row) => row[0])
  } finally {
    await client.end()
  }
}

/** A Node process of its own that started the folder's server. */
export type Launcher = { child: ChildProcess; server: { superuserUrl: string; pid: number; uid: number } }

/** Starts the folder's server from another Node process; `then` says whether that process stays, or leaves without stopping. */
export async function startElsewhere(folder: string, then: 'stays' | 'leaves', uid = process.getuid?.() ?? -1): Promise<Launcher> {
  const script = fileURLToPath(new URL('test-launcher.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder, then, String(uid)], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let errors = ''
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()))
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (part: Buffer) => resolve(part.toString()))
    child.once('close', () => reject(new Error(errors)))
  })
  const server = JSON.parse(line) as Launcher['server']
  onTestFinished(() => quit(server.pid))
  return { child, server }
}

/** Kills a process without a chance to tidy up, and waits until it is gone. */
export async function killHard(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  await ended(pid)
}

async function quit(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
  await ended(pid)
}

/** Waits until a process has ended; a zombie counts as ended. */
export async function ended(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(10)
}

/** Whether a process runs. */
export function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
}
