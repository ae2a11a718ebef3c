import { setTimeout as wait } from 'node:timers/promises'
import { writeRows } from '#platform/sheets/write-stream.ts'
import { atLeast, type Measure } from './measure.ts'
import { accountOf, signIn } from './requests.ts'
import type { Scene } from './scene.ts'

const rowCount = 10_000
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许']
const given = [...'国建文明志永德玉秀桂兰英芳华春生光荣福']

type Import = { id: string; state: string; mapping: Record<string, number>; createdCount: number; badCount: number | null; failure: string | null }

/** 10,000 volunteers from .xlsx, checked and searchable, beside a bare bulk insert of the same rows and terms. */
export async function measureImport(scene: Scene): Promise<Measure[]> {
  const cookie = await signIn(scene, accountOf(scene, 'office', 7))
  const file = await workbook()
  const start = performance.now()
  const created = await importWorkbook(scene, cookie, file)
  const ours = performance.now() - start
  if (created < rowCount * 0.95) throw new Error(`only ${created} of ${rowCount} rows came in`)
  return [atLeast('import of 10,000 volunteers', await bareInsert(scene, created) / ours, 0.25, `of a bare bulk insert; ${Math.round(ours / 1000)} s`)]
}

async function workbook(): Promise<Blob> {
  const columns = [{ key: 'name', title: '姓名' }, { key: 'sex', title: '性别' }, { key: 'birthOn', title: '出生日期' }, { key: 'phone', title: '联系电话' },
    { key: 'categories', title: '五老类别' }, { key: 'joinedOn', title: '加入日期' }]
  async function* rows() {
    const offset = Math.floor(Math.random() * 9e5)
    for (let index = 0; index < rowCount; index++) {
      const name = `${surnames[index % surnames.length]}${given[Math.floor(index / 20) % given.length]}${given[Math.floor(index / 400) % given.length]}`
      yield { name, sex: index % 2 === 0 ? '男' : '女', birthOn: `195${index % 10}-0${1 + (index % 9)}-1${index % 10}`,
        phone: `154${String(10_000_000 + offset * 100 + index).slice(0, 8)}`, categories: '老教师', joinedOn: '2020-05-01' }
    }
  }
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const part of writeRows({ sheetName: '五老', columns, rows: rows() })) parts.push(new Uint8Array(part))
  return new Blob(parts)
}

async function importWorkbook(scene: Scene, cookie: string, file: Blob): Promise<number> {
  const form = new FormData()
  form.set('kind', 'volunteers')
  form.set('file', file, 'bench.xlsx')
  const uploaded = await call(scene, cookie, '/api/imports', { method: 'POST', body: form })
  await call(scene, cookie, `/api/imports/${uploaded.id}/mapping`,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ mapping: uploaded.mapping }) })
  let current = await call(scene, cookie, `/api/imports/${uploaded.id}/commit`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  while (!['committed', 'undone'].includes(current.state)) {
    if (current.failure !== null) throw new Error(current.failure)
    await wait(100)
    current = await call(scene, cookie, `/api/imports/${uploaded.id}`, {})
  }
  return current.createdCount
}

async function call(scene: Scene, cookie: string, path: string, init: RequestInit): Promise<Import> {
  const answer = await fetch(`${scene.address}${path}`, { ...init, headers: { ...init.headers as Record<string, string>, cookie } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
  return await answer.json() as Import
}

/** The newest volunteers and their terms, inserted again by multi-row VALUES into tables of the same form and indexes. */
async function bareInsert(scene: Scene, count: number): Promise<number> {
  const { owner } = scene
  const people = (await owner.query('select * from volunteers.volunteers order by city_id, id desc limit $1', [count])).rows as Record<string, unknown>[]
  const terms = (await owner.query('select t.* from volunteers.search_terms t where t.volunteer_id = any ($1)', [people.map((row) => row['id'])]))
    .rows as Record<string, unknown>[]
  await owner.query('drop table if exists public.bench_people; drop table if exists public.bench_terms')
  await owner.query('create table public.bench_people (like volunteers.volunteers including indexes)')
  await owner.query('create table public.bench_terms (like volunteers.search_terms including indexes)')
  const start = performance.now()
  await owner.query('begin')
  await insertAll(scene, 'public.bench_people', people)
  await insertAll(scene, 'public.bench_terms', terms)
  await owner.query('commit')
  return performance.now() - start
}

async function insertAll(scene: Scene, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  for (let from = 0; from < rows.length; from += 500) {
    const batch = rows.slice(from, from + 500)
    const marks = batch.map((_row, line) => `(${columns.map((_column, index) => `$${line * columns.length + index + 1}`).join(',')})`)
    await scene.owner.query(`insert into ${table} (${columns.join(',')}) values ${marks.join(',')}`,
      batch.flatMap((row) => columns.map((column) => row[column])))
  }
}
