import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'

const root = path.resolve(import.meta.dirname, '../..')
const home = mkdtempSync(path.join(tmpdir(), 'xinhuo-start-'))
beforeAll(() => chmodSync(home, 0o755))
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Runs the program as `npm start` does until it ends; `signal` is sent as soon as it says something that holds `at`. */
async function run(folder: string,
  { databaseUrl = '', signal, at, words = ['--empty'] }: { databaseUrl?: string; signal?: NodeJS.Signals; at?: string; words?: string[] }) {
  const dataFolder = path.join(home, folder)
  const child = spawn(process.execPath, [path.join(root, 'apps/server/main.ts'), ...words], {
    cwd: root, env: { ...process.env, XINHUO_DATA: dataFolder, HOST: '127.0.0.1', PORT: String(await freePort()), DATABASE_URL: databaseUrl },
  })
  let [said, errors] = ['', '']
  child.stderr.setEncoding('utf8').on('data', (part: string) => { errors += part })
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    if (at !== undefined && !said.includes(at) && (said + part).includes(at)) child.kill(signal)
    said += part
  })
  const code = await new Promise<number | null>((resolve) => { child.once('close', resolve) })
  return { code, said, errors, left: processesOf(dataFolder), files: statSync(dataFolder).isDirectory() ? readdirSync(dataFolder) : [] }
}

/** Command lines of the processes that still work on a folder. */
function processesOf(folder: string): string[] {
  const commands = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return ''
    }
  })
  return commands.filter((command) => command.includes(folder))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject).listen({ host: '127.0.0.1', port: 0 }, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

describe('a first start that is broken off', () => {
  it('ends what makes the cluster, and leaves neither half a cluster nor a password beside it', async () => {
    const broken = await run('making', { signal: 'SIGTERM', at: '首次启动' })
    expect(broken).toMatchObject({ code: 0, errors: '', left: [] })
    // Under its own name stands only a whole cluster: it was made before the signal came.
    expect(broken.files.filter((name) => name !== 'cluster')).toEqual(['secrets'])
    expect(broken.said).toContain('正在停止…')
  }, 60_000)

  it('ends the database that was started while its tables are made', async () => {
    expect(await run('migrating', { signal: 'SIGINT', at: '正在更新数据库结构' })).toMatchObject({ code: 0, errors: '', left: [] })
  }, 60_000)
})

describe('a start on the database of a newer program', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('is refused in one sentence that says what to do', async () => {
    await city.owner.query("insert into public.migrations (name, checksum) values ('9999_later_add-something.sql', 'x')")
    mkdirSync(path.join(home, 'newer', 'secrets'), { recursive: true })
    writeFileSync(path.join(home, 'newer', 'secrets', 'roles.json'), JSON.stringify({ app: 'test', worker: 'test' }))
    const refused = await run('newer', { databaseUrl: city.urls.owner })
    expect(refused).toMatchObject({ code: 1, left: [] })
    expect(refused.errors.trim().split('\n')).toEqual([
      expect.stringMatching(/^数据库的结构比本程序新（含 9999_later_add-something.sql），请用更新的程序启动。$/),
      expect.stringMatching(/^The database is newer than this program .+; start a newer program\.$/)])
  }, 60_000)
})

describe('a start without the master key', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('of a database that holds people is refused in one sentence, and makes no new key', async () => {
    mkdirSync(path.join(home, 'keyless', 'secrets'), { recursive: true })
    writeFileSync(path.join(home, 'keyless', 'secrets', 'roles.json'), JSON.stringify({ app: 'test', worker: 'test' }))
    const refused = await run('keyless', { databaseUrl: city.urls.owner })
    expect(refused.code).toBe(1)
    expect(refused.errors.trim().split('\n')).toEqual([expect.stringMatching(/主密钥.+。$/), expect.stringMatching(/key file is missing.+\.$/)])
    expect(readdirSync(path.join(home, 'keyless', 'secrets'))).toEqual(['roles.json'])
  }, 60_000)
})

describe('a data folder that is a file', () => {
  it('is refused in one sentence, with and without the demo', async () => {
    writeFileSync(path.join(home, 'a-file'), '')
    for (const words of [[], ['--empty']]) {
      const refused = await run('a-file', { words })
      expect(refused.code).toBe(1)
      expect(refused.errors.trim().split('\n')).toEqual([expect.stringMatching(/无法写入.+。$/), expect.stringMatching(/cannot be written.+\.$/)])
    }
  }, 60_000)
})
