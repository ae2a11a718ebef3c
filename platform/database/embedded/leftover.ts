import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { LaunchError } from './launch-error.ts'
import { socketName } from './settings.ts'

/** Name of a cluster in the titles of its processes: their parent's arguments are gone there, and /proc/…/cwd needs rights. */
export function clusterName(cluster: string): string {
  return `xinhuo-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`
}

/** Patience in milliseconds before the next, harder signal. */
const patience = { orderly: 60_000, immediate: 10_000, alone: 2_000 }

/**
 * Ends what an earlier run left behind, so that the next server starts on a cluster nobody uses: an orphan whose Node
 * process was killed is shut down in order; backends that outlived a killed postmaster are ended; then a stale
 * postmaster.pid is removed, and only then, for that file is PostgreSQL's own guard against two servers on one cluster; with it goes the socket.
 * Returns whether a running server was stopped.
 */
export async function endLeftovers(cluster: string, onOrphan: () => void): Promise<boolean> {
  const postmaster = readPostmasterPid(cluster)
  const orphan = processesOf(cluster).find((pid) => pid === postmaster)
  if (orphan === undefined && postmaster !== undefined) refuseUnknownServer(cluster, postmaster)
  if (orphan !== undefined) {
    onOrphan()
    signal([orphan], 'SIGINT')
  }
  const gone = (await allGone(cluster, orphan === undefined ? patience.alone : patience.orderly))
    || (await endBy('SIGQUIT', cluster)) || (await endBy('SIGKILL', cluster))
  if (!gone) throw busy(cluster, processesOf(cluster)[0])
  // A dead server's marks hold its pid, which any process may bear by now.
  for (const mark of ['postmaster.pid', `${socketName}.lock`, socketName]) rmSync(path.join(cluster, mark), { force: true })
  return orphan !== undefined
}

async function endBy(kind: NodeJS.Signals, cluster: string): Promise<boolean> {
  signal(processesOf(cluster), kind)
  return allGone(cluster, patience.immediate)
}

async function allGone(cluster: string, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds
  while (processesOf(cluster).length > 0) {
    if (performance.now() > until) return false
    await pause(20)
  }
  return true
}

function signal(pids: number[], kind: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, kind)
    } catch {
      // It ended by itself meanwhile; whether all are gone is asked again afterwards.
    }
  }
}

function readPostmasterPid(cluster: string): number | undefined {
  try {
    const pid = Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

/** Living PostgreSQL processes of the cluster. A zombie has no command line and does not count. */
function processesOf(cluster: string): number[] {
  const title = `postgres: ${clusterName(cluster)}: `
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    const words = commandLine(pid)
    return words[0]?.startsWith(title) === true || (isPostmaster(words) && words.includes(cluster))
  })
}

const isPostmaster = (words: string[]) => words[0] !== undefined && path.basename(words[0]) === 'postgres'

function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

/** The pid in postmaster.pid may be reused by anything; only a server started by hand without naming its folder is left in doubt. */
function refuseUnknownServer(cluster: string, pid: number): void {
  const words = commandLine(pid)
  if (!isPostmaster(words) || words.includes('-D')) return
  if (workingFolder(pid) === cluster || workingFolder(pid) === undefined) throw busy(cluster, pid)
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function busy(cluster: string, pid: number | undefined): LaunchError {
  return new LaunchError('cluster-busy', {
    zh: `另一个 PostgreSQL 进程(${pid ?? '未知'})正在使用 ${cluster}，请先停止该进程再启动。`,
    en: `Another PostgreSQL process (${pid ?? 'unknown'}) uses ${cluster}: stop that process, then start again.`,
  })
}
