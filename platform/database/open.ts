import { randomBytes } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { isFolderHeld } from './embedded/folder-lock.ts'
import { LaunchError, startEmbedded } from './embedded/start.ts'
import { MigrationError } from './migrate.ts'
import { assertRoleIsBound, migrateDatabase, prepareDatabase, type DatabaseUrls, type RolePasswords } from './prepare.ts'

/** One bilingual sentence for the person at the server. */
export type Sentence = { zh: string; en: string }

/** The program cannot go on; the sentence says what to do. */
export class StartRefused extends Error {
  readonly sentence: Sentence

  constructor(sentence: Sentence, cause?: unknown) {
    super(`${sentence.zh} ${sentence.en}`, cause === undefined ? undefined : { cause })
    this.sentence = sentence
  }
}

/** A database ready for use. */
export type OpenDatabase = {
  urls: DatabaseUrls
  /** The embedded server runs in another process of this installation; only attached here. */
  attached: boolean
  stop(): Promise<void>
}

/** What to open. */
export type OpenOptions = {
  dataFolder: string
  /** DATABASE_URL; undefined starts the embedded server. */
  databaseUrl: string | undefined
  /** Join a server that another process of this installation started (command line); otherwise it is an error. */
  attach?: boolean
  /** Aborted when the program is to stop while it is still starting: no migration more is begun, and the database ends with it. */
  ending?: AbortSignal
  /** Called with the roles made and before anything is migrated: a restore fills the empty database here. */
  beforeMigrating?: (urls: DatabaseUrls) => Promise<void>
  say: (sentence: Sentence) => void
}

/** Starts or joins the database, makes its roles, brings it to the newest schema, checks that policies bind the program. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const server = options.databaseUrl === undefined ? await embedded(options) : await external(options.databaseUrl)
  try {
    const urls = await prepareDatabase(server.adminUrl, server.database, await rolePasswords(options.dataFolder))
    await options.beforeMigrating?.(urls)
    let told = false
    await migrateDatabase(urls, () => {
      options.ending?.throwIfAborted()
      if (!told) options.say({ zh: '正在更新数据库结构…', en: 'Updating the database schema…' })
      told = true
    })
    await assertRoleIsBound(urls.app)
    return { urls, attached: server.attached, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error instanceof MigrationError ? new StartRefused({ zh: error.zh, en: error.en }, error) : error
  }
}

type Server = { adminUrl: string; database: string; attached: boolean; stop: () => Promise<void> }

async function embedded(options: OpenOptions): Promise<Server> {
  const file = path.join(options.dataFolder, 'secrets', 'running.json')
  const attach = async (): Promise<Server> => {
    const { url } = JSON.parse(await readFile(file, 'utf8')) as { url: string }
    return { adminUrl: url, database: 'xinhuo', attached: true, stop: async () => {} }
  }
  if (options.attach === true && existsSync(file) && await isFolderHeld(realpathSync(options.dataFolder))) return attach()
  try {
    const server = await startEmbedded({ folder: options.dataFolder, onProgress: options.say, ending: options.ending })
    await writeFile(file, JSON.stringify({ url: server.superuserUrl }), { mode: 0o600 })
    const stop = async () => {
      await rm(file, { force: true })
      await server.stop()
    }
    return { adminUrl: server.superuserUrl, database: 'xinhuo', attached: false, stop }
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error
    if (error.code === 'already-running' && options.attach === true) return attach()
    throw new StartRefused({ zh: error.zh, en: error.en }, error)
  }
}

async function external(url: string): Promise<Server> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
    if ((rows[0]?.version ?? 0) < 150_000) {
      throw new StartRefused({ zh: 'DATABASE_URL 所指的 PostgreSQL 版本低于 15，请升级。', en: 'The PostgreSQL of DATABASE_URL is older than 15; upgrade it.' })
    }
    const database = decodeURIComponent(new URL(url).pathname.slice(1)) || 'xinhuo'
    return { adminUrl: url, database, attached: false, stop: async () => {} }
  } catch (error) {
    if (error instanceof StartRefused) throw error
    throw new StartRefused({
      zh: 'DATABASE_URL 所指的数据库没有响应，请检查地址、口令和数据库是否在运行。',
      en: 'The database of DATABASE_URL does not answer: check address, password and that it runs.' }, error)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Passwords of the two roles: made once, kept beside the master key. */
async function rolePasswords(dataFolder: string): Promise<RolePasswords> {
  const file = path.join(dataFolder, 'secrets', 'roles.json')
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known !== undefined) return JSON.parse(known) as RolePasswords
  const made: RolePasswords = { app: randomBytes(24).toString('hex'), worker: randomBytes(24).toString('hex') }
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.half`, JSON.stringify(made), { mode: 0o600, flush: true })
  await rename(`${file}.half`, file)
  return made
}
