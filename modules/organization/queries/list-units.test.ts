import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { createUnit } from '../commands/create-unit.ts'
import { listUnits } from './list-units.ts'

describe('the list of units', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('shows a county its own unit and all below, and nothing of the neighbour', async () => {
    const page = await city.as('李组长', (context) => listUnits(context, { limit: 50 }))
    expect(page.items.map((unit) => unit.name)).toEqual(['甲区', '东街镇', '东一村', '东二村', '东街小学', '西街镇', '西一村'])
    expect(page.total).toBe(7)
  })

  it('does not find a unit outside the range', async () => {
    await expect(city.as('李组长', (context) => listUnits(context, { unit: '9901002', limit: 50 }))).rejects.toThrow('NOT_FOUND')
  })

  it('pages by keyset without losing or repeating a unit', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await city.as('陈主任', (context) => listUnits(context, { limit: 3, ...(after === undefined ? {} : { after }) }))
      seen.push(...page.items.map((unit) => unit.unitCode))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen).toHaveLength(13)
    expect(new Set(seen).size).toBe(13)
  })

  it('finds a unit by the number in its name', async () => {
    const parentId = await city.unitId('99010020001')
    for (const name of ['第1校', '第20校']) await city.as('王组长', (context) => createUnit(context, { parentId, kind: 'school', name }))
    const found = await city.as('王组长', (context) => listUnits(context, { q: '第20校', limit: 50 }))
    expect(found.items.map((unit) => unit.name)).toEqual(['第20校'])
  })
})
