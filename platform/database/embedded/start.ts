import path from 'node:path'
import { prepareBinaries } from './binaries.ts'
import { findCluster, placeNewCluster, takeCluster } from './cluster-folder.ts'
import { openDataFolder } from './data-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { initializeCluster, resetPassword, type ClusterTools } from './initialize.ts'
import { LaunchError, type Sentence } from './launch-error.ts'
import { endLeftovers } from './leftover.ts'
import { readOrCreatePassword } from './password.ts'
import { startServer, type ServerProcess } from './server-process.ts'
import { socketUrl } from './socket-folder.ts'
import { thisMachine, type Surroundings } from './surroundings.ts'
import { chooseSystemUser } from './system-user.ts'

export { LaunchError, type LaunchErrorCode } from './launch-error.ts'

/** A running PostgreSQL that no network reaches: it listens by a socket in a folder of its own. */
export type EmbeddedServer = {
  /** `postgres://postgres:…@%2Ffolder%2Fof%2Fthe%2Fsocket:5432/postgres`; holds the password, so never log it. */
  superuserUrl: string
  /** Process id of the postmaster. */
  pid: number
  /** The cluster (PGDATA); not always inside the data folder. */
  dataFolder: string
  /** Fast shutdown; settles when the server has ended. May be called again. */
  stop(): Promise<void>
}

/** What to start. */
export type StartOptions = {
  /** The installation's data folder; made when missing. Keeps the password, and the cluster where its account can get there. */
  folder: string
  /** Told the steps that take time, one sentence each. */
  onProgress?: (line: Sentence) => void
  /** PostgreSQL settings laid over the launcher's own. */
  settings?: Record<string, string>
  /** Aborted when the program is to stop: what is under way ends, nothing more is begun, and the start is refused. */
  ending?: AbortSignal | undefined
}

/** Starts the folder's PostgreSQL, making it at the first start. Throws LaunchError with a sentence for the person at the machine. */
export async function startEmbedded(options: StartOptions): Promise<EmbeddedServer> {
  return startOn(thisMachine(), options)
}

/** As startEmbedded, on stated surroundings; `durable: false` skips flushing a new cluster, for tests only. */
export async function startOn(surroundings: Surroundings, options: StartOptions & { durable?: boolean }): Promise<EmbeddedServer> {
  const folder = openDataFolder(options.folder)
  const lock = await lockFolder(folder)
  try {
    const say = options.onProgress ?? (() => undefined)
    const { tools, password } = await prepareCluster(surroundings, folder, { durable: options.durable ?? true, ending: options.ending, say })
    options.ending?.throwIfAborted()
    say({ zh: '正在启动数据库…', en: 'Starting the database…' })
    const onRecovery = () => say({ zh: '数据库上次没有正常关闭，正在恢复，请稍候…', en: 'The database is recovering from an unclean end, please wait…' })
    const server = await startServer(tools, options.settings ?? {}, onRecovery)
    const over = server.exited.then(() => lock.release())
    return describe(server, tools.cluster, password, over)
  } catch (error) {
    await lock.release()
    throw error instanceof LaunchError ? error : unforeseen(folder, error)
  }
}

function unforeseen(folder: string, cause: unknown): LaunchError {
  const detail = cause instanceof Error ? cause.message : String(cause)
  return new LaunchError('start-failed', {
    zh: `数据库启动时遇到意外的系统错误，请检查数据文件夹 ${folder} 的权限和剩余空间(${detail})。`,
    en: `An unforeseen system error stopped the database's start: check rights and space of ${folder} (${detail}).`,
  }, cause)
}

type Prepared = { tools: ClusterTools; password: string }

type Preparing = { durable: boolean; ending: AbortSignal | undefined; say: (line: Sentence) => void }

async function prepareCluster(surroundings: Surroundings, folder: string, { durable, ending, say }: Preparing): Promise<Prepared> {
  const found = findCluster(folder)
  const user = chooseSystemUser(surroundings, found.owner)
  const binaries = prepareBinaries(surroundings, user)
  const password = readOrCreatePassword(folder)
  if (found.owner === undefined) {
    const tools = { binaries, user, cluster: placeNewCluster(folder, found, user, surroundings), ending }
    const home = path.dirname(tools.cluster)
    say({ zh: `首次启动，正在 ${home} 建立数据库…`, en: `First start: creating the database in ${home}…` })
    await initializeCluster(tools, password.text, durable)
    return { tools, password: password.text }
  }
  const tools = { binaries, user, cluster: found.path, ending }
  takeCluster(found, binaries.major, user, surroundings)
  await endLeftovers(found.path, () => say({ zh: '正在关闭上次遗留的数据库进程…', en: 'Stopping the database process an earlier run left…' }))
  if (password.isNew) await resetPassword(tools, password.text)
  return { tools, password: password.text }
}

function describe(server: ServerProcess, cluster: string, password: string, over: Promise<void>): EmbeddedServer {
  const { pid, socketFolder } = server
  const superuserUrl = socketUrl({ user: 'postgres', password, folder: socketFolder, database: 'postgres' })
  return { superuserUrl, pid, dataFolder: cluster, stop: () => server.stop().then(() => over) }
}
