import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listVolunteers } from '../queries/list-volunteers.ts'
import { changeStatus } from './change-status.ts'
import { recordClearance } from './record-clearance.ts'
import { countedOn, registerSample } from './testing/sample-volunteers.ts'

describe('leaving and coming back', () => {
  let city: TestCity
  let id: string
  beforeAll(async () => {
    city = await openTestCity()
    id = (await city.as('赵干事', (context) => registerSample(context))).id
    await city.as('赵干事', (context) => recordClearance(context, { id, checkedOn: '2025-12-01', result: 'clear' }))
  })
  afterAll(() => city.close())

  const change = (version: number, status: 'active' | 'resting' | 'left', on: string, reason?: string) =>
    city.as('赵干事', (context) => changeStatus(context, { id, version, status, on, ...(reason === undefined ? {} : { reason }) }))

  it('needs a reason to leave, and a day that has come', async () => {
    await expect(change(2, 'left', '2026-03-01')).rejects.toMatchObject({ data: { issues: [{ path: ['reason'] }] } })
    await expect(change(2, 'left', '2026-03-17', '身体原因')).rejects.toMatchObject({ data: { issues: [{ path: ['on'] }] } })
    await expect(change(2, 'left', '2020-04-30', '身体原因')).rejects.toMatchObject({ data: { issues: [{ path: ['on'] }] } })
  })

  it('a stale form is shown what stands there now', async () => {
    await expect(change(1, 'resting', '2026-03-01')).rejects.toMatchObject({ code: 'STALE', data: { version: 2, current: { name: '王秀英' } } })
  })

  it('who rests still belongs to the team', async () => {
    await change(2, 'resting', '2026-01-10')
    expect(await countedOn(city.owner, id, '2026-01-20')).toContain('volunteer.active 东街镇')
    await expect(change(3, 'resting', '2026-01-11')).rejects.toMatchObject({ code: 'SAME_STATUS' })
  })

  it('who was not gone names no other unit', async () => {
    const rest = (unitId: string) => city.as('李组长', (context) => changeStatus(context, { id, version: 3, status: 'active', on: '2026-01-12', unitId }))
    await expect(rest(await city.unitId('99010010002'))).rejects.toMatchObject({ data: { issues: [{ path: ['unitId'] }] } })
  })

  it('who leaves is counted no longer, neither as cleared', async () => {
    await change(3, 'left', '2026-02-01', '随子女迁居')
    expect(await countedOn(city.owner, id, '2026-01-31'))
      .toEqual(['volunteer.active 东街镇', 'volunteer.category.teacher 东街镇', 'volunteer.cleared 东街镇', 'volunteer.joined 东街镇'])
    expect(await countedOn(city.owner, id, '2026-02-01')).toEqual(['volunteer.joined 东街镇', 'volunteer.left 东街镇'])
  })

  it('who comes back is counted again with the clearance that still holds, and has joined only once', async () => {
    await change(4, 'active', '2026-03-01')
    expect(await countedOn(city.owner, id, '2026-03-01'))
      .toEqual(['volunteer.active 东街镇', 'volunteer.category.teacher 东街镇', 'volunteer.cleared 东街镇', 'volunteer.joined 东街镇', 'volunteer.left 东街镇'])
  })

  it('who comes back goes on at another unit where one is named, and must where the old one was closed', async () => {
    await city.as('李组长', (context) => changeStatus(context, { id, version: 5, status: 'left', on: '2026-03-05', reason: '身体原因' }))
    const close = (on: string | null) => city.owner.query('update organization.units set closed_on = $1 where city_id = $2 and code = $3',
      [on, city.cityId, '99010010001'])
    await close('2026-03-06')
    const back = (unitId?: string) => city.as('李组长', (context) => changeStatus(context, {
      id, version: 6, status: 'active', on: '2026-03-07', ...(unitId === undefined ? {} : { unitId }) }))
    await expect(back()).rejects.toMatchObject({ data: { issues: [{ path: ['unitId'], message: expect.stringContaining('已经撤销') }] } })
    await back(await city.unitId('99010010002'))
    expect(await countedOn(city.owner, id, '2026-03-07')).toEqual(expect.arrayContaining(['volunteer.active 西街镇', 'volunteer.cleared 西街镇']))
    expect((await city.as('钱干事', (context) => listVolunteers(context, { q: 'wxy', limit: 20 }))).items.map((item) => item.id)).toEqual([id])
    await close(null)
    await city.as('李组长', async (context) => changeStatus(context, { id, version: 7, status: 'left', on: '2026-03-08', reason: '身体原因' }))
    const unitId = await city.unitId('99010010001')
    await city.as('李组长', async (context) => changeStatus(context, { id, version: 8, status: 'active', on: '2026-03-09', unitId }))
  })

  it('is written down by the office of the range alone', async () => {
    const input = { id, version: 9, status: 'resting' as const, on: '2026-03-10' }
    await expect(city.as('孙主任', (context) => changeStatus(context, input))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(city.as('王组长', (context) => changeStatus(context, input))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const verbs = (await city.owner.query('select verb from audit.entries where city_id = $1 and subject_id = $2 order by position',
      [city.cityId, id])).rows.map(({ verb }) => verb)
    expect(verbs).toEqual(['volunteer.registered', 'clearance.recorded', 'volunteer.rested', 'volunteer.left', 'volunteer.returned',
      'volunteer.left', 'volunteer.returned', 'volunteer.left', 'volunteer.returned'])
  })
})
