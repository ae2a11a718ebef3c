import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asking } from '#platform/backup/testing/scene.ts'
import { openDatabase, type OpenDatabase } from '#platform/database/open.ts'
import { writeRows } from '#platform/sheets/write-stream.ts'
import { loadTestCity } from '#tests/city/load.ts'
import { testPassword } from '#tests/city/people.ts'
import { runCommandLine } from '../run.ts'

const home = mkdtempSync(path.join(tmpdir(), 'xinhuo-cli-'))
const dataFolder = path.join(home, 'data')
let running: OpenDatabase

beforeAll(async () => {
  chmodSync(home, 0o755)
  await answer(['database', 'migrate'])
  running = await openDatabase({ dataFolder, databaseUrl: undefined, say: () => {} })
  await answer(['audit', 'heads'])
  await loadTestCity(running.urls.owner)
})
afterAll(async () => {
  await running.stop()
  rmSync(home, { recursive: true, force: true })
})

async function answer(words: readonly string[]) {
  const [out, error]: [string[], string[]] = [[], []]
  const terminal = { out: (line: string) => void out.push(line), error: (line: string) => void error.push(line), askSecret: async () => undefined }
  const code = await runCommandLine(words, { XINHUO_DATA: dataFolder, XINHUO_PASSPHRASE: testPassword }, terminal)
  return { code, out: out.join('\n'), error: error.join('\n') }
}

const rowsOf = async (question: string) => (await asking(running.urls.owner, (client) => client.query(question))).rows

test('an import goes in as the account: good rows are there, the others come back marked, and the audit names the account', async () => {
  const workbook = path.join(home, '名册.xlsx')
  await writeWorkbook(workbook, [
    { name: '王秀英', sex: '女', birthOn: '1955-03-05', categories: '老教师', joinedOn: '2019-05-01' },
    { name: '孙日期', sex: '女', birthOn: '1952年2月30日', categories: '老战士', joinedOn: '2020-01-01' },
  ])
  const { code, out } = await answer(['import', 'volunteers', workbook, '--as', 'zhao'])
  expect([code, out]).toEqual([0, expect.stringContaining('新增 1 条，更改 0 条，没有变化 0 行，1 行有问题')])
  expect(await rowsOf('select name from volunteers.volunteers')).toEqual([{ name: '王秀英' }])
  expect(existsSync(path.join(home, '名册（标明问题）.xlsx'))).toBe(true)
  const trail = await rowsOf(`select verb, person_name, details->>'command' as command from audit.entries
    where verb in ('command-line.used', 'import.uploaded') order by position`)
  expect(trail).toEqual([
    { verb: 'command-line.used', person_name: '赵干事', command: 'import volunteers' }, { verb: 'import.uploaded', person_name: '赵干事', command: null }])
})

test('the session of a command ends with it', async () => {
  expect(await rowsOf('select count(*)::int as open from accounts.sessions where ended_at is null')).toEqual([{ open: 0 }])
})

test('an export holds what the account may see, and a refused one leaves no file', async () => {
  const [own, neighbours, refused] = ['own', 'neighbours', 'refused'].map((name) => path.join(home, `${name}.xlsx`)) as [string, string, string]
  expect(await answer(['export', 'volunteers', '--as', 'li', '--to', own])).toMatchObject({ code: 0 })
  expect(await answer(['export', 'volunteers', '--as', 'wang', '--to', neighbours])).toMatchObject({ code: 0 })
  expect(await answer(['export', 'figures', '--as', 'chen', '--to', path.join(home, 'figures.xlsx')])).toMatchObject({ code: 0 })
  expect(readFileSync(own).length).toBeGreaterThan(readFileSync(neighbours).length)
  const security = await answer(['export', 'volunteers', '--as', 'security', '--to', refused])
  expect([security.code, security.error]).toEqual([1, expect.stringMatching(/\p{Script=Han}/u)])
  expect(existsSync(refused)).toBe(false)
})

test('an account that does not exist, and a unit where it holds no role, are one clear sentence', async () => {
  expect((await answer(['export', 'volunteers', '--as', 'nobody', '--to', path.join(home, 'x.xlsx')])).error).toContain('没有登录名为“nobody”的账号')
  const elsewhere = await answer(['import', 'volunteers', path.join(home, '名册.xlsx'), '--as', 'zhao', '--unit', '9901002'])
  expect([elsewhere.code, elsewhere.error]).toEqual([1, expect.stringContaining('9901002')])
})

test('a lost administrator is replaced with a reason, which the audit keeps', async () => {
  expect((await answer(['accounts', 'replace-administrator', '--role', 'office', '--reason', '失联'])).error).toContain('system-admin')
  const { code, out } = await answer(['accounts', 'replace-administrator', '--role', 'system-admin', '--reason', '原系统管理员失联'])
  expect([code, out]).toEqual([0, expect.stringContaining('激活码')])
  expect(await rowsOf(`select reason from audit.entries where verb = 'administrator.replaced'`)).toEqual([{ reason: '原系统管理员失联' }])
})

async function writeWorkbook(file: string, rows: Record<string, string>[]): Promise<void> {
  const titles = { name: '姓名', sex: '性别', birthOn: '出生日期', categories: '五老类别', joinedOn: '加入时间' }
  const columns = Object.entries(titles).map(([key, title]) => ({ key, title }))
  const blocks: Uint8Array[] = []
  for await (const block of writeRows({ sheetName: '名册', columns, rows })) blocks.push(block)
  writeFileSync(file, Buffer.concat(blocks))
}
