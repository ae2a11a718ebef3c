import { createConnection } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeArchive } from '#platform/sheets/sample-files.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { findFaults } from './judge.ts'

// What happens between browser and server when people are quick, slow, two at once, or not who they say.

describe('requests that are late, double, broken off or foreign', { timeout: 60_000 }, () => {
  let city: TestCity
  let server: FastifyInstance
  let address: string
  let cookie: string
  let unitId: string
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
    address = await server.listen({ port: 0, host: '127.0.0.1' })
    cookie = await city.cookieOf('赵干事')
    unitId = await city.unitId('99010010001')
  })
  afterAll(() => city.close())

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${address}/api${path}`, { method: 'POST', headers: { cookie, 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  const count = async (table: string): Promise<number> => (await city.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? 0
  const rule = { unitId: '', title: '走访制度', issuedOn: '2026-01-05' }
  const judge = async (answer: Response): Promise<string[]> =>
    findFaults({ statusCode: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() })

  it('a list asked for with parameters left empty is the list without them', async () => {
    const ask = async (query: string) => (await fetch(`${address}/api/units?${query}`, { headers: { cookie } })).json()
    expect(await ask('unit=&q=&after=&limit=')).toEqual(await ask(''))
    expect(await ask('unit=99010010001&q=&limit=2')).toEqual(await ask('unit=99010010001&limit=2'))
    expect((await fetch(`${address}/api/exports/units.xlsx?unit=`, { headers: { cookie } })).status).toBe(200)
  })

  it('a double submit has one effect and one answer; the same key with other words is refused', async () => {
    const before = await count('organization.standing_rules')
    const body = { ...rule, unitId }
    const answers = await Promise.all([1, 2, 3].map(() => post('/standing-rules', body, { 'idempotency-key': 'click-1' })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { id: string }).id))
    expect(new Set(ids).size).toBe(1)
    expect(await count('organization.standing_rules')).toBe(before + 1)
    const other = await post('/standing-rules', { ...body, title: '另一项制度' }, { 'idempotency-key': 'click-1' })
    expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([409, 'IDEMPOTENCY_MISMATCH'])
  })

  it('the key of one person is not the key of another', async () => {
    const mine = await post('/standing-rules', { ...rule, unitId }, { 'idempotency-key': 'shared' })
    const theirs = await post('/standing-rules', { ...rule, unitId: await city.unitId('99010010002') },
      { 'idempotency-key': 'shared', cookie: await city.cookieOf('钱干事') })
    expect([mine.status, theirs.status]).toEqual([201, 201])
  })

  it('of two who save the same record the second is told what stands there now', async () => {
    const created = (await (await post('/standing-rules', { ...rule, unitId })).json()) as { id: string; version: number }
    const both = await Promise.all([0, 1].map(() => post(`/standing-rules/${created.id}/end`, { version: created.version, on: '2026-03-01' })))
    expect(both.filter(({ status }) => status === 200).length).toBe(1)
    expect(both.filter(({ status }) => status === 409).length).toBe(1)
    const volunteer = (await (await post('/volunteers', newVolunteer('佟先后'))).json()) as { id: string; version: number }
    const save = (formerWork: string) => fetch(`${address}/api/volunteers/${volunteer.id}`, {
      method: 'PATCH', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify({ version: volunteer.version, formerWork }) })
    const saves = await Promise.all([save('教师'), save('医生')])
    const refused = saves.find(({ status }) => status === 409)
    const problem = (await refused?.json()) as { code: string; data: { version: number; current: Record<string, unknown> } }
    expect(problem.code).toBe('STALE')
    expect(problem.data.version).toBe(volunteer.version + 1)
    expect(['教师', '医生']).toContain(problem.data.current['formerWork'])
  })

  it('dates that do not exist and days to come are refused beside the field', async () => {
    for (const day of ['2023-02-30', '9999-99-99', '2023-2-3', '0000-00-00', '2026-03-16T00:00:00Z']) {
      const answer = await post('/volunteers', { ...newVolunteer('佟日期'), birthOn: day })
      const problem = (await answer.json()) as { data: { issues: { path: string[] }[] } }
      expect([day, answer.status, problem.data.issues[0]?.path]).toEqual([day, 422, ['birthOn']])
    }
    const child = await post('/children', { name: '佟将来', sex: 'male', paperKind: 'none', birthOn: '2026-03-17', guardians: [] })
    const volunteer = await post('/volunteers', { ...newVolunteer('佟将来'), birthOn: '2031-01-01' })
    for (const answer of [child, volunteer]) {
      expect(answer.status).toBe(422)
      expect(((await answer.json()) as { data: { issues: { path: string[] }[] } }).data.issues[0]?.path).toEqual(['birthOn'])
    }
  })

  it('an upload that ends midway leaves nothing', async () => {
    const before = await count('imports.imports')
    const { port } = new URL(address)
    await new Promise<void>((resolve, reject) => {
      const socket = createConnection(Number(port), '127.0.0.1', () => {
        socket.write(`POST /api/imports HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n`)
        socket.write('content-type: multipart/form-data; boundary=xx\r\ncontent-length: 100000\r\n\r\n')
        socket.write('--xx\r\ncontent-disposition: form-data; name="kind"\r\n\r\nvolunteers\r\n')
        socket.write('--xx\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n姓名,五老类别')
        setTimeout(() => { socket.destroy(); resolve() }, 100)
      })
      socket.on('error', reject)
    })
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    expect(await count('imports.imports')).toBe(before)
  })

  it('a workbook that unpacks without end is refused, and so is what is no workbook', async () => {
    const bomb = await makeArchive([
      { name: '[Content_Types].xml', content: '<Types/>' }, { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', content: zeros(150) },
    ])
    const before = await count('imports.imports')
    const files = [
      new File([new Uint8Array(bomb)], 'bomb.xlsx'), new File(['PK\u0003\u0004 not a workbook'], 'x.xlsx'), new File([], 'empty.xlsx'),
      new File([new Uint8Array(3000)], 'zeros.csv')]
    for (const file of files) {
      const form = new FormData()
      form.append('kind', 'volunteers')
      form.append('file', file)
      const answer = await fetch(`${address}/api/imports`, { method: 'POST', headers: { cookie }, body: form })
      expect([file.name, answer.status]).toEqual([file.name, 422])
      expect(await judge(answer)).toEqual([])
    }
    expect(await count('imports.imports')).toBe(before)
  })

  it('a page of another site cannot write', async () => {
    const before = await count('organization.standing_rules')
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }] as Record<string, string>[]) {
      const answer = await server.inject({ method: 'POST', url: '/api/standing-rules', headers: { cookie, ...headers }, payload: { ...rule, unitId } })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'FORBIDDEN_ORIGIN'])
      expect(findFaults(answer)).toEqual([])
    }
    expect(await count('organization.standing_rules')).toBe(before)
  })

  it('the cookie of an ended session opens nothing, nor does one somebody made up', async () => {
    const name = await city.cookieOf('周主任')
    expect((await fetch(`${address}/api/units`, { headers: { cookie: name } })).status).toBe(200)
    expect((await fetch(`${address}/api/sessions/current`, { method: 'DELETE', headers: { cookie: name } })).status).toBe(200)
    const invented = ['', 'xinhuo_session=', 'xinhuo_session=990100.AAAA', `xinhuo_session=990100.${'A'.repeat(43)}`]
    for (const stale of [name, ...invented, name.replace('990100', '990200')]) {
      const answer = await fetch(`${address}/api/units`, { headers: { cookie: stale } })
      expect(answer.status).toBe(401)
      expect(await judge(answer)).toEqual([])
    }
  })
})

const newVolunteer = (name: string) => ({ name, sex: 'male', birthOn: '1950-01-01', categories: ['cadre'], joinedOn: '2020-01-01', isConfirmedDistinct: true })

/** So many megabytes of nothing, which pack to almost nothing. */
async function* zeros(megabytes: number): AsyncGenerator<string> {
  const block = '0'.repeat(1024 * 1024)
  for (let done = 0; done < megabytes; done += 1) yield block
}
