import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getUnitAsOf } from '../queries/get-unit-as-of.ts'
import { listUnits } from '../queries/list-units.ts'
import { closeUnit } from './close-unit.ts'
import { renameUnit } from './rename-unit.ts'
import { reopenUnit } from './reopen-unit.ts'

describe('renaming a unit', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const renamed = async (code: string, name: string, on: string, version: number) =>
    ({ id: await city.unitId(code), version, on, reason: '省政府批复', name, shortName: `${name}关工委` })

  it('keeps each name with the days it belonged to', async () => {
    await city.as('李组长', async (context) => renameUnit(context, await renamed('99010010001', '东关镇', '2026-02-01', 1)))
    const unit = await city.as('李组长', async (context) => renameUnit(context, await renamed('99010010001', '东关街道', '2026-03-01', 2)))
    expect(unit.formerStates.map(({ name, untilOn }) => [name, untilOn])).toEqual([['东关镇', '2026-02-28'], ['东街镇', '2026-01-31']])
    const nameOn = async (on: string) => (await city.as('李组长', (context) => getUnitAsOf(context, { id: unit.id, on }))).name
    expect([await nameOn('2026-01-31'), await nameOn('2026-02-01'), await nameOn('2026-02-28'), await nameOn('2026-03-01')])
      .toEqual(['东街镇', '东关镇', '东关镇', '东关街道'])
  })

  it('is found by the new name and by the former ones', async () => {
    for (const q of ['东关街道', '东街镇', 'dgjd']) {
      const found = await city.as('李组长', (context) => listUnits(context, { q, limit: 5 }))
      expect(found.items.map(({ unitCode }) => unitCode), q).toEqual(['99010010001'])
    }
  })

  it('refuses a day before the last change and a day to come', async () => {
    await expect(city.as('李组长', async (context) => renameUnit(context, await renamed('99010010001', '旧名', '2026-02-15', 3)))).rejects
      .toThrow('CHANGE_TOO_EARLY')
    await expect(city.as('李组长', async (context) => renameUnit(context, await renamed('99010010001', '新名', '2026-03-17', 3)))).rejects
      .toThrow('CHANGE_IN_FUTURE')
  })

  it('refuses the name of an open unit beside it, but not its own with another short name, nor that of a closed one', async () => {
    const beside = { id: await city.unitId('99010010002'), on: '2026-03-02', reason: '省政府批复' }
    await expect(city.as('李组长', (context) => renameUnit(context, { ...beside, version: 1, name: '东关街道', shortName: '东关关工委' }))).rejects
      .toThrow('SAME_NAME')
    const kept = await city.as('李组长', (context) => renameUnit(context, { ...beside, version: 1, name: '西街镇', shortName: '西街关工委' }))
    expect([kept.name, kept.shortName]).toEqual(['西街镇', '西街关工委'])
    const village = { id: await city.unitId('990100100010001'), version: 1, on: '2026-03-05', reason: '合村' }
    await city.as('李组长', async (context) => closeUnit(context, { ...village, id: await city.unitId('990100100010002') }))
    expect((await city.as('李组长', (context) => renameUnit(context, { ...village, name: '东二村', shortName: '东二村关工委' }))).name).toBe('东二村')
    await expect(city.as('李组长', async (context) => reopenUnit(context, { ...village, id: await city.unitId('990100100010002'), version: 2 }))).rejects
      .toThrow('SAME_NAME')
  })

  it('of two at once to one name lets the first have it', async () => {
    const rename = async (code: string) => city.as('王组长', async (context) => renameUnit(context, await renamed(code, '北新村', '2026-03-10', 1)))
    const answers = await Promise.allSettled(['990100200010001', '990100200010002'].map(rename))
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const reasons = answers.flatMap((answer) => (answer.status === 'rejected' ? [(answer.reason as Error).message] : []))
    expect(reasons).toEqual([expect.stringContaining('SAME_NAME')])
  })

  it('is done by the office above, not by the unit itself', async () => {
    await expect(city.as('赵干事', async (context) => renameUnit(context, await renamed('99010010001', '自改名', '2026-03-16', 3)))).rejects.toThrow('TOPMOST_UNIT')
    await expect(city.as('王组长', async (context) => renameUnit(context, await renamed('99010010001', '邻居改名', '2026-03-16', 3)))).rejects.toThrow('NOT_FOUND')
    await expect(city.as('孙主任', async (context) => renameUnit(context, await renamed('990100100010001', '村改名', '2026-03-16', 2)))).rejects
      .toThrow('FORBIDDEN')
  })
})
