import { randomUUID } from 'node:crypto'
import { buildServer } from '#platform/http/server.ts'
import { modules } from '#apps/server/modules.ts'
import type { BareRoute } from './bare-server.ts'
import { atLeast, atMost, type Measure } from './measure.ts'
import { ratioOf, type Shot } from './load.ts'
import { benchCity, type DemoAccount, type Scene } from './scene.ts'
import type { Statement } from '#platform/testing/statements.ts'
import { bareOf, workOf } from './statements.ts'

/** Signs in over HTTP and returns the cookie. */
export async function signIn(scene: Scene, account: DemoAccount): Promise<string> {
  const answer = await fetch(`${scene.address}/api/sessions`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: account.name, password: account.password }) })
  if (!answer.ok) throw new Error(`sign-in of ${account.name}: ${answer.status}`)
  return String(answer.headers.get('set-cookie')).split(';')[0] ?? ''
}

/** An account of a role at a unit of a given code length. */
export function accountOf(scene: Scene, role: string, codeLength: number): DemoAccount {
  const found = scene.accounts.find((account) => account.role === role && account.unitCode.length === codeLength)
  if (found === undefined) throw new Error(`no ${role} account with a code of ${codeLength} digits`)
  return found
}

/** Who may stand in where a city was loaded before it had a foundation. */
const standIns: Record<string, string> = { accountant: 'office', 'charity-worker': 'leader' }

/** Somebody of the foundation's house at the city; in a city without one somebody else of the city holds the role as well. */
export async function staffOf(scene: Scene, role: string): Promise<DemoAccount> {
  const found = scene.accounts.find((account) => account.role === role && account.unitCode.length === 4)
  if (found !== undefined) return found
  const other = accountOf(scene, standIns[role] ?? 'office', 4)
  await scene.owner.query(`
    insert into accounts.grants (city_id, id, scope_code, account_id, unit_id, role_code, from_on)
    select g.city_id, gen_random_uuid(), g.scope_code, g.account_id, g.unit_id, $3, g.from_on
      from accounts.grants g join accounts.accounts a on a.city_id = g.city_id and a.id = g.account_id
     where g.city_id = $1 and a.sign_in_name = $2 and g.revoked_at is null
       and not exists (select from accounts.grants h where h.city_id = $1 and h.account_id = a.id and h.role_code = $3 and h.revoked_at is null) limit 1`,
  [benchCity, other.name, role])
  return other
}

/** Statements of one request, noted by an in-process server on the same database. */
export async function statementsOf(scene: Scene, request: { method: 'GET' | 'POST'; url: string; cookie: string; body?: unknown }): Promise<Statement[]> {
  const server = await buildServer({ modules, ground: scene.ground, pageFolder: null, requestsPerMinute: 1e9 })
  const headers = { cookie: request.cookie, 'idempotency-key': randomUUID() }
  scene.taken()
  const answer = await server.inject({ method: request.method, url: request.url, headers,
    ...(request.body === undefined ? {} : { payload: request.body as object }) })
  const statements = scene.taken()
  await server.close()
  if (answer.statusCode >= 300) throw new Error(`${request.url}: ${answer.statusCode} ${answer.body.slice(0, 300)}`)
  return statements
}

/** List, one record, search and write as a town user, against bare, at 1 and 16 connections. */
export async function measureRequests(scene: Scene): Promise<Measure[]> {
  const cookie = await signIn(scene, accountOf(scene, 'office', 11))
  const caseIds = await openCases(scene, cookie)
  return [
    ...await read(scene, { name: 'list of children with count', url: '/api/children?limit=20', cookie, bar: 0.4, statements: 4 }),
    ...await read(scene, { name: 'one child with 10 visits and volunteers, read recorded', url: `/api/cases/${caseIds[0]}`, cookie, bar: 0.4,
      statements: 4, recordsRead: true }),
    ...await read(scene, { name: 'search, two characters', url: `/api/children?limit=20&q=${encodeURIComponent('王小')}`, cookie, bar: 0.35, statements: 4 }),
    ...await read(scene, { name: 'search, pinyin initials', url: '/api/children?limit=20&q=wx', cookie, bar: 0.35, statements: 4 }),
    ...await write(scene, cookie, caseIds),
  ]
}

type Read = { name: string; url: string; cookie: string; bar: number; statements: number; recordsRead?: boolean }

async function read(scene: Scene, wish: Read): Promise<Measure[]> {
  const statements = await statementsOf(scene, { method: 'GET', url: wish.url, cookie: wish.cookie })
  const bare = await scene.bare({ path: `/${encodeURIComponent(wish.name)}`, statements: bareOf(statements), recordsRead: wish.recordsRead ?? false })
  const ours: Shot = { url: `${scene.address}${wish.url}`, cookie: wish.cookie }
  const measures = [atMost(`${wish.name}: statements`, workOf(statements).length, wish.statements)]
  for (const connections of [1, 16]) measures.push(atLeast(`${wish.name}, ${connections} conn.`, await ratioOf(ours, { url: bare }, connections),
    wish.bar, 'of bare'))
  return measures
}

async function write(scene: Scene, cookie: string, caseIds: readonly string[]): Promise<Measure[]> {
  let turn = 0
  // Different children in turn: two people rarely write about the same child, and one row would only measure its lock.
  const body = () => ({ caseId: caseIds[turn++ % caseIds.length], madeOn: scene.ground.clock.today(), medium: 'home', minutes: 45, outcome: 'made',
    note: '孩子精神很好，一起读了课外书。' })
  const statements = await statementsOf(scene, { method: 'POST', url: '/api/visits', cookie, body: body() })
  const bare = await scene.bare({ path: '/visit', statements: [], insert: await bareInsert(scene) })
  const ours: Shot = { url: `${scene.address}/api/visits`, cookie, method: 'POST', body, headers: () => ({ 'idempotency-key': randomUUID() }) }
  const measures = [atMost('record a visit: statements', workOf(statements).length, 6)]
  for (const connections of [1, 16]) {
    measures.push(atLeast(`record a visit, ${connections} conn.`, await ratioOf(ours, { url: bare, method: 'POST', body }, connections), 0.35,
      'of a bare insert in a transaction'))
  }
  return measures
}

const brought: Record<string, string> = { case_id: 'caseId', made_on: 'madeOn', medium: 'medium', minutes: 'minutes', outcome: 'outcome' }

/** An insert like the newest visit, under a new id, which is the first value; what the request brings is taken from it. */
async function bareInsert(scene: Scene): Promise<NonNullable<BareRoute['insert']>> {
  const { rows: [row] } = await scene.owner.query<Record<string, unknown>>('select * from care.visits order by city_id, id desc limit 1')
  if (row === undefined) throw new Error('no visit')
  const columns = ['id', ...Object.keys(row).filter((column) => column !== 'id' && row[column] !== null)]
  const marks = columns.map((_column, index) => `$${index + 1}`)
  return {
    text: `insert into care.visits (${columns.join(', ')}) values (${marks.join(', ')})`, values: columns.map((column) => row[column]),
    brought: Object.fromEntries(columns.flatMap((column, index) => (brought[column] === undefined ? [] : [[index, brought[column]]]))),
  }
}

/** Open cases of the account's town. */
export async function openCases(scene: Scene, cookie: string): Promise<string[]> {
  const answer = await fetch(`${scene.address}/api/cases?limit=100&status=open`, { headers: { cookie } })
  const page = await answer.json() as { items: { id: string }[] }
  if (page.items.length === 0) throw new Error('the town has no open case')
  return page.items.map((item) => item.id)
}
