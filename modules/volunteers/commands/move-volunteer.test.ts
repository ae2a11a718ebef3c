import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listVolunteers } from '../queries/list-volunteers.ts'
import { moveVolunteer } from './move-volunteer.ts'
import { recordClearance } from './record-clearance.ts'
import { countedOn, registerSample } from './testing/sample-volunteers.ts'

describe('moving to another unit', () => {
  let city: TestCity
  let id: string
  beforeAll(async () => {
    city = await openTestCity()
    id = (await city.as('赵干事', (context) => registerSample(context, { idNumber: '990101195503051226' }))).id
    await city.as('赵干事', (context) => recordClearance(context, { id, checkedOn: '2026-01-01', result: 'clear' }))
  })
  afterAll(() => city.close())

  const move = (name: '李组长' | '赵干事' | '王组长' | '孙主任', to: string, on = '2026-03-01', version = 2) =>
    city.as(name, async (context) => moveVolunteer(context, { id, version, unitId: await city.unitId(to), on }))

  it('a town cannot move anybody out of its own range, nor take from a neighbour', async () => {
    await expect(move('赵干事', '99010010002')).rejects.toMatchObject({ data: { issues: [{ path: ['unitId'] }] } })
    await expect(move('王组长', '99010020001')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(move('孙主任', '990100100010001')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('the county moves from town to town: figures, search and sight go along', async () => {
    await move('李组长', '99010010002')
    expect(await countedOn(city.owner, id, '2026-02-28')).toContain('volunteer.active 东街镇')
    expect(await countedOn(city.owner, id, '2026-03-01'))
      .toEqual(['volunteer.active 西街镇', 'volunteer.category.teacher 西街镇', 'volunteer.cleared 西街镇', 'volunteer.joined 东街镇'])
    expect((await city.as('赵干事', (context) => listVolunteers(context, { q: 'wxy', limit: 20 }))).items).toEqual([])
    expect((await city.as('钱干事', (context) => listVolunteers(context, { q: 'wxy', limit: 20 }))).items.map((item) => item.id)).toEqual([id])
  })

  it('refuses the same unit and a day before the last move', async () => {
    await expect(move('李组长', '99010010002', '2026-03-10', 3)).rejects.toMatchObject({ data: { issues: [{ path: ['unitId'] }] } })
    await expect(move('李组长', '99010010001', '2026-02-01', 3)).rejects.toMatchObject({ data: { issues: [{ path: ['on'] }] } })
  })
})
