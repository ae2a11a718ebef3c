import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { moveRows } from '../jobs/move-rows.ts'
import { getUnit } from '../queries/get-unit.ts'
import { listUnits } from '../queries/list-units.ts'
import { mergeUnits } from './merge-units.ts'

describe('merging one unit into another', () => {
  let city: TestCity
  let west: string
  let east: string
  beforeAll(async () => {
    city = await openTestCity()
    west = await city.unitId('99010010002')
    east = await city.unitId('99010010001')
  })
  afterAll(() => city.close())
  const merge = () => ({ id: west, intoId: east, version: 1, on: '2026-03-10', reason: '乡镇合并' })

  it('is for the office above both', async () => {
    await expect(city.as('钱干事', (context) => mergeUnits(context, merge()))).rejects.toThrow('NOT_FOUND')
    await expect(city.as('吴老师', (context) => mergeUnits(context, merge()))).rejects.toThrow('FORBIDDEN')
    await expect(city.as('李组长', async (context) => mergeUnits(context, { ...merge(), intoId: await city.unitId('990100100010001') }))).rejects
      .toThrow('WRONG_SUCCESSOR')
  })

  it('closes the one, moves what stands below it, and names the successor', async () => {
    const successor = await city.as('李组长', (context) => mergeUnits(context, merge()))
    expect(successor.id).toBe(east)
    const below = await city.as('李组长', (context) => listUnits(context, { parent: east, limit: 20 }))
    expect(below.items.map(({ name, unitCode }) => [name, unitCode])).toContainEqual(['西一村', '990100100011001'])
    const closed = await city.as('李组长', (context) => getUnit(context, { id: west }))
    expect([closed.closedOn, closed.successor?.name, closed.changes[0]?.change]).toEqual(['2026-03-10', '东街镇', 'merged'])
    expect(successor.changes[0]).toMatchObject({ change: 'received', otherUnitName: '西街镇' })
  })

  it('hands its people and their rights over to the successor', async () => {
    await runJobsInline(city, [{ jobs: [moveRows] }])
    const own = await city.as('钱干事', (context) => listUnits(context, { state: 'open', limit: 20 }))
    expect(own.items.map(({ name }) => name)).toEqual(['东街镇', '东一村', '东二村', '东街小学', '西一村'])
    const { rows } = await city.owner.query(`select unit_id, scope_code::text from accounts.accounts where city_id = $1 and sign_in_name = 'qian'`,
      [city.cityId])
    expect(rows).toEqual([{ unit_id: east, scope_code: '990100100010000000' }])
  })
})
