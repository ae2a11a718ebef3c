import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Asking } from '../acting/as-account.ts'
import { asOption } from '../acting/as-option.ts'
import { CommandRefused, type Call, type CommandOption } from '../command.ts'
import { writeWhole } from '../export/write-whole.ts'
import { refusalOf } from '../acting/refusal-of.ts'

type Import = {
  id: string; state: string; mapping: Record<string, number>; rowCount: number; badCount: number | null; createdCount: number; changedCount: number
  failure: string | null
}
type Checked = Import & { preview: { created: number; changed: number; unchanged: number } }
type Session = { grants: { id: string; unitCode: string }[] }

/** Options every import has. */
export const importOptions = {
  as: asOption,
  unit: { value: 'code', summary: { zh: '以该账号的哪个单位导入；默认是它的第一个单位。', en: 'For which of the account’s units; by default its first.' } },
  problems: { value: 'file', summary: {
    zh: '把标明问题的原表存到哪里；默认在原表旁边。', en: 'Where the file with the marked rows goes; by default beside the original.',
  } },
} as const satisfies Record<string, CommandOption>

/** Takes a workbook the way the page does: upload, proposed columns, check, commit of the good rows, the others marked in the user's own file. */
export async function importWorkbook(call: Call, kind: string): Promise<void> {
  const source = path.resolve(call.operands[0] ?? '')
  const bytes = await readFile(source).catch(() => {
    throw new CommandRefused({ zh: `读不到 ${source}，请核对路径。`, en: `${source} cannot be read: check the path.` })
  })
  // The whole product is loaded only when it is needed, so that help comes at once.
  const { asAccount } = await import('../acting/as-account.ts')
  await asAccount(call, `import ${kind}`, async (asking) => {
    if (call.values['unit'] !== undefined) await switchUnit(asking, call.values['unit'])
    const uploaded = await upload(asking, kind, { name: path.basename(source), bytes })
    const checked = await ask<Checked>(asking, 'POST', `/api/imports/${uploaded.id}/mapping`, { mapping: uploaded.mapping })
    const bad = checked.badCount ?? 0
    if (bad > 0) await saveMarked(asking, checked.id, call, source)
    const done = bad < checked.rowCount ? await commit(asking, checked.id) : checked
    const unchanged = checked.rowCount - bad - done.createdCount - done.changedCount
    call.terminal.out(`新增 ${done.createdCount} 条，更改 ${done.changedCount} 条，${done.state === 'committed' ? `没有变化 ${unchanged} 行，` : ''}${bad} 行有问题。`
      + `  ${done.createdCount} made, ${done.changedCount} changed, ${bad} rows with problems.`)
    if (done.failure !== null) throw new CommandRefused({ zh: done.failure, en: 'The import did not end; nothing was written.' })
  })
}

async function switchUnit(asking: Asking, unitCode: string): Promise<void> {
  const { grants } = await ask<Session>(asking, 'GET', '/api/sessions/current')
  const grant = grants.find((each) => each.unitCode === unitCode)
  if (grant === undefined) throw new CommandRefused({ zh: `该账号在单位 ${unitCode} 没有角色。`, en: `The account holds no role at unit ${unitCode}.` })
  await ask(asking, 'POST', '/api/sessions/current/unit', { grantId: grant.id })
}

async function upload({ server, cookie }: Asking, kind: string, file: { name: string; bytes: Buffer }): Promise<Import> {
  const form = new FormData()
  form.append('kind', kind)
  form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name)
  const request = new Request('http://127.0.0.1/', { method: 'POST', body: form })
  const answer = await server.inject({
    method: 'POST', url: '/api/imports', payload: Buffer.from(await request.arrayBuffer()),
    headers: { cookie, 'content-type': request.headers.get('content-type') ?? '' },
  })
  if (answer.statusCode >= 300) throw refusalOf(answer.body)
  return answer.json<Import>()
}

/** A large one is committed by the running server in the background; without a server nobody would do it. */
async function commit(asking: Asking, id: string): Promise<Import> {
  let found = await ask<Import>(asking, 'POST', `/api/imports/${id}/commit`)
  for (const until = performance.now() + 600_000; found.state === 'committing' && performance.now() < until;) {
    await pause(500)
    found = await ask<Import>(asking, 'GET', `/api/imports/${id}`)
  }
  if (found.state !== 'committing') return found
  throw new CommandRefused({
    zh: '表格很大，要由正在运行的薪火在后台导入：请先启动薪火，它会接着完成。',
    en: 'The workbook is large and is imported by the running program: start it, and it goes on.',
  })
}

async function saveMarked({ server, cookie }: Asking, id: string, call: Call, source: string): Promise<void> {
  const { dir, name, ext } = path.parse(source)
  const target = path.resolve(call.values['problems'] ?? path.join(dir, `${name}（标明问题）${ext}`))
  await writeWhole(target, async () => {
    const answer = await server.inject({ method: 'GET', url: `/api/import-workbook?id=${id}`, headers: { cookie } })
    if (answer.statusCode !== 200) throw refusalOf(answer.body)
    return Readable.from([answer.rawPayload])
  })
  call.terminal.out(`有问题的行已标在 ${target}  The rows with problems are marked there.`)
}

async function ask<T>({ server, cookie }: Asking, method: 'GET' | 'POST', url: string, payload?: object): Promise<T> {
  const answer = await server.inject({ method, url, headers: { cookie }, ...(method === 'POST' ? { payload: payload ?? {} } : {}) })
  if (answer.statusCode >= 300) throw refusalOf(answer.body)
  return answer.json<T>()
}
