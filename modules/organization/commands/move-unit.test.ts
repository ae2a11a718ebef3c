import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { moveRows } from '../jobs/move-rows.ts'
import { getUnit } from '../queries/get-unit.ts'
import { getUnitAsOf } from '../queries/get-unit-as-of.ts'
import { listPosts } from '../queries/list-posts.ts'
import { listUnits } from '../queries/list-units.ts'
import { previewChange } from '../queries/preview-change.ts'
import { createPosts } from './leadership/create-posts.ts'
import { moveUnit } from './move-unit.ts'

describe('moving a unit', () => {
  let city: TestCity
  let town: string
  let county: string
  beforeAll(async () => {
    city = await openTestCity()
    town = await city.unitId('99010010001')
    county = await city.unitId('9901002')
  })
  afterAll(() => city.close())
  const move = () => ({ id: town, version: 1, on: '2026-03-10', reason: '区划调整', parentId: county })

  it('is shown before it is done', async () => {
    const preview = await city.as('陈主任', (context) => previewChange(context, { id: town, change: 'move', otherId: county }))
    expect(preview).toEqual({ unitsBelow: 3, openUnitsBelow: 3, holders: 0, children: 0, volunteers: 0, newCode: '99010021000', obstacle: null })
    expect((await city.as('陈主任', (context) => previewChange(context, { id: town, change: 'move', otherId: town }))).obstacle).toMatch(/不能移到自己之下/)
  })

  it('needs both parents in range, a fitting parent, a name nobody bears there, and the right', async () => {
    await expect(city.as('李组长', (context) => moveUnit(context, move()))).rejects.toThrow('NOT_FOUND')
    await expect(city.as('郑部长', (context) => moveUnit(context, move()))).rejects.toThrow('FORBIDDEN')
    await expect(city.as('陈主任', async (context) => moveUnit(context, { ...move(), parentId: await city.unitId('9901') }))).rejects.toThrow('WRONG_PARENT')
    await city.owner.query(`update organization.units set name = '东街镇' where city_id = $1 and code = '99010020001'`, [city.cityId])
    await expect(city.as('陈主任', (context) => moveUnit(context, move()))).rejects.toThrow('SAME_NAME')
    await city.owner.query(`update organization.units set name = '北乡' where city_id = $1 and code = '99010020001'`, [city.cityId])
    const { rows } = await city.owner.query('select 1 from organization.relocations where city_id = $1', [city.cityId])
    expect(rows).toEqual([])
  })

  it('gives the unit and all below new codes; the old ones stay theirs', async () => {
    await city.as('赵干事', (context) => createPosts(context, { unitId: town, titleCode: 'director', seats: 1, fromOn: '2020-01-01' }))
    const moved = await city.as('陈主任', (context) => moveUnit(context, move()))
    expect(moved.unitCode).toBe('99010021000')
    expect(moved.path.map(({ name }) => name)).toEqual(['试验省', '试验市', '乙县', '东街镇'])
    const below = await city.as('陈主任', (context) => listUnits(context, { parent: town, limit: 20 }))
    expect(below.items.map(({ unitCode }) => unitCode)).toEqual(['990100210000001', '990100210000002', '990100210001000'])
    const { rows } = await city.owner.query('select code, until_on::text from organization.unit_codes where city_id = $1 order by code', [city.cityId])
    expect(rows.map((row) => row.code)).toEqual(['99010010001', '990100100010001', '990100100010002', '990100100011000'])
    expect(rows[0].until_on).toBe('2026-03-09')
  })

  it('keeps where it stood before, by day', async () => {
    const before = await city.as('陈主任', (context) => getUnitAsOf(context, { id: town, on: '2026-03-09' }))
    expect([before.unitCode, before.path.map(({ name }) => name)]).toEqual(['99010010001', ['试验省', '试验市', '甲区', '东街镇']])
  })

  it('is found by search in its new range only', async () => {
    expect((await city.as('王组长', (context) => listUnits(context, { q: '东街镇', limit: 5 }))).items.map(({ unitCode }) => unitCode)).toEqual(['99010021000'])
    expect((await city.as('李组长', (context) => listUnits(context, { q: '东街镇', limit: 5 }))).items).toEqual([])
  })

  it('counts stocks at the new place from the day on, and at the old one until then', async () => {
    const { rows } = await city.owner.query(`select scope_code::text, sign, happened_on::text as on from figures.facts
      where city_id = $1 and unit_id = $2 and measure = 'post.vacant' order by happened_on, sign`, [city.cityId, town])
    expect(rows).toEqual([{ scope_code: '990100100010000000', sign: 1, on: '2020-01-01' }, { scope_code: '990100100010000000', sign: -1, on: '2026-03-10' },
      { scope_code: '990100210000000000', sign: 1, on: '2026-03-10' }])
  })

  it('lets the rows of all modules follow by a job, but neither facts nor audit entries', async () => {
    expect((await city.as('王组长', (context) => listPosts(context, { limit: 20 }))).items).toEqual([])
    expect((await city.as('陈主任', (context) => getUnit(context, { id: town }))).relocation.pending).toBe(1)
    await runJobsInline(city, [{ jobs: [moveRows] }])
    const unit = await city.as('王组长', (context) => getUnit(context, { id: town }))
    expect(unit.relocation.pending).toBe(0)
    expect(unit.relocation.movedCount).toBeGreaterThanOrEqual(3)
    expect((await city.as('王组长', (context) => listPosts(context, { limit: 20 }))).items.map(({ unitCode, unitName }) => [unitCode, unitName]))
      .toEqual([['99010021000', '东街镇']])
    const left = await city.owner.query(`select 1 from accounts.grants
      where city_id = $1 and scope_code between 990100100010000000 and 990100100019999999`, [city.cityId])
    expect(left.rows).toEqual([])
    const kept = await city.owner.query(`select count(*)::int as n from audit.entries where city_id = $1 and scope_code = 990100100010000000`, [city.cityId])
    expect(kept.rows[0].n).toBeGreaterThan(0)
  })

  it('leaves the people of the unit at work: the village worker still acts for the village', async () => {
    const own = await city.as('孙主任', (context) => listUnits(context, { limit: 20 }))
    expect(own.items.map(({ unitCode, name }) => [unitCode, name])).toEqual([['990100210000001', '东一村']])
  })
})
