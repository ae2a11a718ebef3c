import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Socket } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lastLine, type ClusterTools } from './initialize.ts'
import { LaunchError } from './launch-error.ts'
import { clusterName } from './leftover.ts'
import { settingArguments } from './settings.ts'
import { socketFolders } from './socket-folder.ts'
import { runAs } from './system-user.ts'

/** A PostgreSQL that accepts connections; `exited` settles when it ended, whoever ended it. */
export type ServerProcess = { pid: number; socketFolder: string; exited: Promise<void>; stop(): Promise<void> }

/** `disown`: the end of a start does not touch it any more; once it accepts connections, its own stop() ends it, after its last work. */
type Attempt = { child: ChildProcess; exited: Promise<void>; hasExited: () => boolean; output: () => string; disown: () => void }

/** Starts PostgreSQL and waits until it accepts connections; where its socket cannot lie beside the cluster, it lies in the temp folder. */
export async function startServer(tools: ClusterTools, settings: Record<string, string>, onRecovery: () => void): Promise<ServerProcess> {
  let output = ''
  for (const open of socketFolders(tools)) {
    const { folder, remove } = open()
    const attempt = launch(tools, folder, settings)
    void attempt.exited.then(remove)
    if (await becomesReady(tools.cluster, attempt, onRecovery)) return running(attempt, folder)
    output = attempt.output() + newestLog(tools.cluster)
    if (!/could not (?:bind|create) Unix/i.test(output)) break
  }
  throw new LaunchError('start-failed', {
    zh: `数据库没有启动成功，请查看 ${path.join(tools.cluster, 'log')} 中最新的日志(${lastLine(output)})。`,
    en: `The database did not start: see the newest log in ${path.join(tools.cluster, 'log')} (${lastLine(output)}).`,
  }, output)
}

/** In a session of its own: Ctrl+C in a terminal reaches our process, which stops the database after its last work. */
function launch(tools: ClusterTools, socketFolder: string, settings: Record<string, string>): Attempt {
  const name = ['-c', `cluster_name=${clusterName(tools.cluster)}`]
  const args = ['-D', tools.cluster, ...settingArguments(socketFolder, settings), ...name]
  const child = spawn(tools.binaries.postgres, args, { ...runAs(tools.user), stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  let output = ''
  let over = false
  child.stderr.setEncoding('utf8').on('data', (part: string) => (output = (output + part).slice(-8192)))
  // Not ready yet, or leaving without stop(): it ends in order all the same.
  const interrupt = () => void child.kill('SIGINT')
  tools.ending?.addEventListener('abort', interrupt)
  process.once('exit', interrupt)
  const disown = () => tools.ending?.removeEventListener('abort', interrupt)
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => (output += String(error)))
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  }).then(() => {
    over = true
    process.off('exit', interrupt)
    disown()
  })
  return { child, exited, hasExited: () => over, output: () => output, disown }
}

/** PostgreSQL writes its state into the eighth line of postmaster.pid. After a crash it replays first, for as long as that takes. */
async function becomesReady(cluster: string, attempt: Attempt, onRecovery: () => void): Promise<boolean> {
  const since = performance.now()
  let told = false
  while (!attempt.hasExited()) {
    const lines = readLines(path.join(cluster, 'postmaster.pid'))
    if (lines[0] === String(attempt.child.pid) && lines[7]?.trim() === 'ready') return true
    if (!told && performance.now() - since > 3000) {
      told = true
      onRecovery()
    }
    await pause(10)
  }
  return false
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Neither the child nor its pipe keeps our process alive. */
function running(attempt: Attempt, socketFolder: string): ServerProcess {
  const { child, exited, disown } = attempt
  disown()
  child.unref()
  ;(child.stderr as Socket | null)?.unref()
  return { pid: child.pid ?? -1, socketFolder, exited, stop: () => fastShutdown(attempt) }
}

/** Fast shutdown, which rolls back what is open; after a minute without an end, immediate shutdown. */
async function fastShutdown({ child, exited }: Attempt): Promise<void> {
  child.ref()
  child.kill('SIGINT')
  const harder = setTimeout(() => child.kill('SIGQUIT'), 60_000)
  await exited
  clearTimeout(harder)
}

function newestLog(cluster: string): string {
  const folder = path.join(cluster, 'log')
  try {
    const files = readdirSync(folder).map((name) => path.join(folder, name))
    const newest = files.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
    return newest === undefined ? '' : readFileSync(newest, 'utf8').slice(-4096)
  } catch {
    return ''
  }
}
