import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listUnits } from '../queries/list-units.ts'
import { splitUnit } from './split-unit.ts'

describe('splitting a unit', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const split = async (units: string[]) => ({
    id: await city.unitId('99010010001'), version: 1, on: '2026-03-10', reason: '设立新镇', name: '新街镇', unitIds: await Promise.all(units
      .map((code) => city.unitId(code))),
  })

  it('takes only units directly below', async () => {
    await expect(city.as('李组长', async (context) => splitUnit(context, await split(['990100100020001'])))).rejects.toThrow('NOT_BELOW')
    await expect(city.as('赵干事', async (context) => splitUnit(context, await split([])))).rejects.toThrow('TOPMOST_UNIT')
    await expect(city.as('孙主任', async (context) => splitUnit(context, await split([])))).rejects.toThrow('FORBIDDEN')
    expect((await city.as('李组长', (context) => listUnits(context, { q: '新街镇', limit: 5 }))).items).toEqual([])
  })

  it('makes a unit beside it and moves the chosen ones there', async () => {
    const made = await city.as('李组长', async (context) => splitUnit(context, await split(['990100100010002', '990100100011000'])))
    expect([made.name, made.unitCode, made.establishedOn]).toEqual(['新街镇', '99010011000', null])
    const below = await city.as('李组长', (context) => listUnits(context, { parent: made.id, limit: 20 }))
    expect(below.items.map(({ name }) => name)).toEqual(['东二村', '东街小学'])
    expect(made.changes[0]).toMatchObject({ change: 'created', otherUnitName: '东街镇', reason: '设立新镇' })
  })
})
