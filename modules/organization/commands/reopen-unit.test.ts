import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { closeUnit } from './close-unit.ts'
import { mergeUnits } from './merge-units.ts'
import { reopenUnit } from './reopen-unit.ts'

describe('opening a closed unit again', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const again = { on: '2026-03-16', reason: '恢复建制' }

  it('counts it as due and founded from the day on', async () => {
    const id = await city.unitId('990100100010002')
    await city.as('李组长', (context) => closeUnit(context, { id, version: 1, on: '2026-03-01', reason: '合村' }))
    await expect(city.as('王组长', (context) => reopenUnit(context, { id, version: 2, ...again }))).rejects.toThrow('NOT_FOUND')
    await expect(city.as('吴老师', (context) => reopenUnit(context, { id, version: 2, ...again }))).rejects.toThrow('FORBIDDEN')
    const unit = await city.as('李组长', (context) => reopenUnit(context, { id, version: 2, ...again }))
    expect([unit.closedOn, unit.changes[0]?.change]).toEqual([null, 'reopened'])
    const { rows } = await city.owner.query(`select measure, happened_on::text as on from figures.facts
      where city_id = $1 and record_id = $2 and sign = 1 order by measure`, [city.cityId, id])
    expect(rows).toEqual(['unit.due', 'unit.due.village', 'unit.founded', 'unit.founded.village'].map((measure) => ({ measure, on: '2026-03-16' })))
    await expect(city.as('李组长', (context) => reopenUnit(context, { id, version: 3, ...again }))).rejects.toThrow('UNIT_OPEN')
  })

  it('does not undo a merge', async () => {
    const [id, intoId] = [await city.unitId('990100200010001'), await city.unitId('990100200010002')]
    await city.as('王组长', (context) => mergeUnits(context, { id, intoId, version: 1, on: '2026-03-01', reason: '合村' }))
    await expect(city.as('王组长', (context) => reopenUnit(context, { id, version: 2, ...again }))).rejects.toThrow('UNIT_MERGED')
  })
})
