import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { recordFacts, type Fact } from '../commands/record-facts.ts'
import { foldFacts } from '../jobs/fold-facts.ts'
import { figuresModule } from '../module.ts'

const [childOne, childTwo] = [newId(), newId()]
type Answer = { code?: string; items: { code: string; value: number }[] } & Record<string, unknown>

describe('figures over HTTP', () => {
  let city: TestCity
  let get: (path: string, as?: PersonName) => Promise<{ status: number; body: Answer }>
  beforeAll(async () => {
    city = await openTestCity()
    const server = await city.serve([figuresModule])
    get = async (path, as = '陈主任') => {
      const answer = await server.inject({ url: `/api${path}`, headers: { cookie: await city.cookieOf(as) } })
      return { status: answer.statusCode, body: answer.headers['content-type']?.toString().includes('json') ? answer.json() : { items: [] } }
    }
    await record('990100100010001', [
      { measure: 'visit.made', happenedOn: '2026-01-10', subjectId: childOne, value: 30 },
      { measure: 'visit.made', happenedOn: '2026-02-11', subjectId: childOne, value: 45 },
      { measure: 'visit.made', happenedOn: '2026-03-12', subjectId: childTwo, value: 15 },
      { measure: 'visit.attempted', happenedOn: '2026-03-12', subjectId: childTwo },
      { measure: 'child.registered', happenedOn: '2025-05-01', subjectId: childOne },
      { measure: 'child.registered', happenedOn: '2025-06-01', subjectId: childTwo }])
    await record('990100200010001', [{ measure: 'visit.made', happenedOn: '2026-03-13', subjectId: childOne, value: 20 }])
  })
  afterAll(() => city.close())

  type Seed = Pick<Fact, 'measure' | 'happenedOn' | 'subjectId' | 'value'>
  const record = async (unit: string, facts: Seed[]) => {
    const place = { id: await city.unitId(unit), scopeCode: unit.padEnd(18, '0') }
    await city.as('陈主任', (context) => recordFacts(context, facts.map((fact) => (
      { ...fact, unit: place, record: { kind: 'visit', id: newId() }, label: '李某（6—13岁）' }))))
  }
  const value = async (code: string, unit: string, period: string, as: PersonName = '陈主任') =>
    (await get(`/figures?unit=${unit}&period=${period}`, as)).body.items.find((item) => item.code === code)?.value

  it('count visits each time, children once, minutes by their sum and shares by the two figures they are made of', async () => {
    expect(await value('visits.made', '9901', '2026')).toBe(4)
    expect(await value('visits.children', '9901', '2026')).toBe(2)
    expect(await value('visits.minutes', '9901', '2026')).toBe(110)
    expect(await value('visits.average-minutes', '9901', '2026')).toBe(27.5)
    expect(await value('visits.made-rate', '9901', '2026')).toBe(80)
  })

  it('count a child served by two counties once in each and once in the city', async () => {
    const counted = await Promise.all(['9901001', '9901002', '9901'].map((unit) => value('visits.children', unit, '2026')))
    expect(counted).toEqual([2, 1, 2])
  })

  it('stay the same when the facts are folded in the meantime', async () => {
    const before = (await get('/figures?unit=9901&period=2026')).body
    await city.settled()
    await asWorker(city, async (run) => { while (await run((context) => foldFacts(context, 2)) > 0); })
    expect((await get('/figures?unit=9901&period=2026')).body).toEqual(before)
  })

  it('know month, quarter, year and the city’s own appraisal year, and refuse a period that does not exist', async () => {
    expect(await value('visits.made', '9901', '2026-03')).toBe(2)
    expect(await value('visits.made', '9901', '2026Q1')).toBe(4)
    expect(await value('visits.made', '9901', '2026A')).toBe(4)
    expect(await value('visits.made', '9901', '2025A')).toBe(0)
    expect((await get('/figures?period=2026-13')).status).toBe(422)
    await city.owner.query(
      `insert into platform.settings (city_id, name, value, source) values ($1, 'figures.appraisal-first-month', '2', '市关工委')`, [city.cityId])
    expect(await value('visits.made', '9901', '2026A')).toBe(1)
    await city.owner.query('delete from platform.settings')
  })

  it('are of a period that has begun: all that is asked of a later one is refused beside the field, files too, and nothing of a running one', async () => {
    const paths = ['/figures?', '/figures.xlsx?', '/figure-rows.xlsx?code=visits.made&',
      ...['rows', 'units', 'splits', 'trend', 'corrections'].map((part) => `/figures/visits.made/${part}?`)]
    const labels = { '2027': '2027年', '2026-04': '2026年4月', '2026Q2': '2026年第二季度', '2027A': '2027考评年度（2026年8月—2027年7月）' }
    for (const path of paths) {
      for (const [period, label] of Object.entries(labels)) {
        const { status, body } = await get(`${path}unit=9901&period=${period}`)
        expect([status, body.code, body['data']], `${path}${period}`).toMatchObject([422, 'INVALID_INPUT', {
          issues: [{ path: ['period'], message: `${label}还没有开始，没有可统计的数字，请选择今天或以前的时段。` }] }])
      }
      for (const period of ['2026', '2026-03', '2026Q1', '2026A']) expect((await get(`${path}unit=9901&period=${period}`)).status, `${path}${period}`).toBe(200)
    }
    expect((await get('/figures?unit=9901&period=2026')).body['reviewYear']).toBe(2026)
  })

  it('give a stock as it stood on the last day of the period', async () => {
    expect(await value('children.registered', '9901', '2025-05')).toBe(1)
    expect(await value('children.registered', '9901', '2025-06')).toBe(2)
    expect(await value('children.registered', '9901', '2026')).toBe(2)
  })

  it('say of a share of nothing that nothing stands below the line', async () => {
    const { body } = await get('/figures?unit=9901002&period=2025')
    expect(body.items.find((item) => item.code === 'visits.made-rate')).toMatchObject({ value: 0, denominator: 0, hasNoDenominator: true })
  })

  it('list the rows of a distinct count one for each person, of a share those above or below the line', async () => {
    const children = (await get('/figures/visits.children/rows?unit=9901&period=2026')).body
    expect([children.total, children.items.length]).toEqual([2, 2])
    expect((await get('/figures/visits.made-rate/rows?period=2026')).body.total).toBe(4)
    expect((await get('/figures/visits.made-rate/rows?period=2026&part=denominator')).body.total).toBe(5)
    expect((await get('/figures/visits.minutes/rows?period=2026')).body).toMatchObject({ total: 4, sum: 110 })
  })

  it('page their rows without losing or repeating one', async () => {
    const seen: unknown[] = []
    for (let after = ''; ;) {
      const { body } = await get(`/figures/visits.made/rows?unit=9901&period=2026&limit=3${after}`)
      seen.push(...body.items.map((item) => (item as unknown as { id: string }).id))
      if (body.next === null) break
      after = `&after=${String(body.next)}`
    }
    expect(new Set(seen).size).toBe(4)
    expect(seen).toHaveLength(4)
  })

  it('show a county nothing of its neighbour', async () => {
    expect(await value('visits.made', '9901001', '2026', '李组长')).toBe(3)
    expect((await get('/figures?unit=9901002', '李组长')).status).toBe(404)
    expect((await get('/figures/visits.made/rows?unit=9901002', '李组长')).status).toBe(404)
    const rows = (await get('/figures/visits.made/rows?period=2026', '李组长')).body
    expect(rows.items.every((item) => (item as unknown as { unitCode: string }).unitCode.startsWith('9901001'))).toBe(true)
  })

  it('are closed to volunteers and administrators', async () => {
    for (const person of ['吴老师', '系统员', '安全员', '审计员'] as const) {
      for (const path of ['/figures', '/figures/visits.made/rows', '/indicators', '/reports/yearly', '/figures.xlsx', '/closings']) {
        expect((await get(path, person)).status).toBe(403)
      }
    }
  })

  it('do not find an indicator that the dictionary lacks, nor a unit that does not exist', async () => {
    expect((await get('/figures/visits.none/rows')).status).toBe(404)
    expect((await get('/figures?unit=9901777')).status).toBe(404)
  })

  it('compare the units directly below and follow thirteen months', async () => {
    const units = (await get('/figures/visits.made/units?unit=9901&period=2026')).body
    const compared = units.items.map((item) => [(item as unknown as { unitCode: string }).unitCode, item.value])
    expect(compared).toEqual([['9901001', 3], ['9901002', 1], ['9901100', 0]])
    const trend = (await get('/figures/visits.made/trend?unit=9901')).body
    expect(trend.items).toHaveLength(13)
    expect(trend.items.slice(-3).map((item) => item.value)).toEqual([1, 1, 2])
  })
})
