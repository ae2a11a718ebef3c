import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmbedded } from '#platform/database/embedded/start.ts'
import { openDatabase, type OpenDatabase } from '#platform/database/open.ts'
import { masterKeyFile } from '#platform/crypto/master-key.ts'
import { asking } from '#platform/backup/testing/scene.ts'
import { loadTestCity } from '#tests/city/load.ts'
import { runCommandLine } from './run.ts'

const home = mkdtempSync(path.join(tmpdir(), 'xinhuo-cli-'))
const dataFolder = path.join(home, 'data')
const keysFile = path.join(home, 'keys.json')

async function answer(words: readonly string[], data = dataFolder) {
  const [out, error]: [string[], string[]] = [[], []]
  const terminal = { out: (line: string) => void out.push(line), error: (line: string) => void error.push(line), askSecret: async () => undefined }
  const code = await runCommandLine(words, { XINHUO_DATA: data, XINHUO_PASSPHRASE: '十二个以上字符的一句口令' }, terminal)
  return { code, out: out.join('\n'), error: error.join('\n') }
}

let running: OpenDatabase

beforeAll(async () => {
  chmodSync(home, 0o755)
  await answer(['database', 'migrate'])
  running = await openDatabase({ dataFolder, databaseUrl: undefined, say: () => {} })
  await answer(['keys', 'export', keysFile])
  await loadTestCity(running.urls.owner)
})
afterAll(async () => {
  await running.stop()
  rmSync(home, { recursive: true, force: true })
})

describe('beside a running server', () => {
  test('heads, backup, check and verify work, and leave the server running', async () => {
    const heads = await answer(['audit', 'heads'])
    expect(heads).toMatchObject({ code: 0 })
    expect(heads.out).toMatch(/^990100 {2}\d{4}-\d\d-\d\d {2}\d+ {2}[0-9a-f]{64}$/)
    expect(await answer(['backup', 'make'])).toMatchObject({ code: 0 })
    const [name = ''] = readdirSync(path.join(dataFolder, 'backups'))
    expect((await answer(['backup', 'list'])).out).toContain(name)
    const check = await answer(['backup', 'check', path.join(dataFolder, 'backups', name)])
    expect([check.code, check.out]).toEqual([0, expect.stringContaining('✓ 审计链')])
    expect(await answer(['verify'])).toMatchObject({ code: 0 })
    const again = await startEmbedded({ folder: dataFolder }).then(() => 'started', (error: { code: string }) => error.code)
    expect(again).toBe('already-running')
  }, 60_000)

  test('an export of the keys is written once and leaves a trace in the audit', async () => {
    expect(await answer(['keys', 'export', path.join(home, 'second.json')])).toMatchObject({ code: 0 })
    expect((await answer(['keys', 'export', path.join(home, 'second.json')])).error).toContain('已经存在')
    const question = `select verb, person_name from audit.entries where verb = 'master-keys.exported'`
    const { rows } = await asking(running.urls.owner, (client) => client.query(question))
    expect(rows).toEqual([{ verb: 'master-keys.exported', person_name: '系统' }])
  })
})

describe('without a server', () => {
  test('an archive and the exported keys build the installation anew elsewhere', async () => {
    const elsewhere = path.join(home, 'elsewhere')
    const archive = path.join(home, 'moved.backup')
    expect(await answer(['backup', 'make', '--to', archive])).toMatchObject({ code: 0 })
    expect((await answer(['backup', 'restore', archive], elsewhere)).error).toContain('主密钥')
    expect(await answer(['keys', 'import', keysFile], elsewhere)).toMatchObject({ code: 0 })
    expect(await answer(['backup', 'restore', archive], elsewhere)).toMatchObject({ code: 0 })
    expect(readFileSync(masterKeyFile(elsewhere), 'utf8')).toBe(readFileSync(masterKeyFile(dataFolder), 'utf8'))
    expect((await answer(['audit', 'heads'], elsewhere)).out).toContain('990100')
    expect(await answer(['verify'], elsewhere)).toMatchObject({ code: 0 })
    expect((await answer(['backup', 'restore', archive], elsewhere)).error).toContain('不是空的')
    expect(existsSync(path.join(elsewhere, 'secrets', 'running.json'))).toBe(false)
  }, 60_000)
})
