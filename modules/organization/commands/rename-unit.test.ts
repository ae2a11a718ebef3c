import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getUnitAsOf } from '../queries/get-unit-as-of.ts'
import { listUnits } from '../queries/list-units.ts'
import { renameUnit } from './rename-unit.ts'

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

  it('is done by the office above, not by the unit itself', async () => {
    await expect(city.as('赵干事', async (context) => renameUnit(context, await renamed('99010010001', '自改名', '2026-03-16', 3)))).rejects.toThrow('TOPMOST_UNIT')
    await expect(city.as('王组长', async (context) => renameUnit(context, await renamed('99010010001', '邻居改名', '2026-03-16', 3)))).rejects.toThrow('NOT_FOUND')
    await expect(city.as('孙主任', async (context) => renameUnit(context, await renamed('990100100010001', '村改名', '2026-03-16', 1)))).rejects
      .toThrow('FORBIDDEN')
  })
})
