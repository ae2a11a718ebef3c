import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { recordFacts } from '../commands/record-facts.ts'
import { listFigures } from '../queries/list-figures.ts'
import { foldFacts } from './fold-facts.ts'
import { recountFigures } from './recount-figures.ts'

describe('the fold', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const fold = () => asWorker(city, (run) => run((context) => foldFacts(context)))
  const foldAll = async () => {
    await city.settled()
    return fold()
  }
  const visits = async () =>
    (await city.as('陈主任', (context) => listFigures(context, { period: '2026' }))).items.find((item) => item.code === 'visits.made')?.value
  const visit = async () => {
    const unit = { id: await city.unitId('990100100010001'), scopeCode: '990100100010001000' }
    await city.as('孙主任', (context) => recordFacts(context, [
      { measure: 'visit.made', happenedOn: '2026-02-20', unit, record: { kind: 'visit', id: newId() }, subjectId: newId(), value: 30, label: '李某' }]))
  }

  it('adds each fact once, however many folds run at a time', async () => {
    for (let made = 0; made < 5; made++) await visit()
    await city.settled()
    const folded = await asWorker(city, (run) => Promise.all([1, 2].map(() => run((context) => foldFacts(context)))))
    expect(folded.reduce((sum, facts) => sum + facts, 0)).toBeLessThanOrEqual(5)
    await foldAll()
    expect(await fold()).toBe(0)
    const { rows } = await city.owner.query(
      `select count from figures.rollups where measure = 'visit.made' and period = 202602 and scope_code = 990100000000000000`)
    expect(rows).toEqual([{ count: '5' }])
    expect(await visits()).toBe(5)
  })

  it('passes by no writer that commits later than a younger one', async () => {
    const writer = new pg.Client({ connectionString: city.urls.app })
    await writer.connect()
    try {
      await writer.query('begin')
      await writer.query('select set_config($1, $2, true), set_config($3, $4, true), set_config($5, $6, true)',
        ['app.city_id', String(city.cityId), 'app.scope_lo', '0', 'app.scope_hi', '9'.repeat(18)])
      await writer.query(`insert into figures.facts (city_id, id, scope_code, unit_id, measure, happened_on, record_kind, record_id, label, epoch)
        values ($1, $2, 990100100010001000, $2, 'visit.made', '2026-03-01', 'visit', $2, '李某', 1)`, [city.cityId, newId()])
      await visit()
      await fold()
      await writer.query('commit')
      expect(await visits()).toBe(7)
      await foldAll()
      expect(await visits()).toBe(7)
    } finally {
      await writer.end()
    }
  })

  it('is found out by a recount when a rollup was altered', async () => {
    expect((await asWorker(city, (run) => run((context) => recountFigures(context)))).differences).toEqual([])
    await city.owner.query(`update figures.rollups set count = count + 1 where period = 202602 and scope_code = 990100000000000000`)
    const { differences } = await asWorker(city, (run) => run((context) => recountFigures(context)))
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject({ table: 'rollups', measure: 'visit.made', period: 202602 })
  })
})
