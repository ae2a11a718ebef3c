import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { registerVolunteer } from '#modules/volunteers/commands/register-volunteer.ts'
import { sampleProfile } from '#modules/volunteers/commands/testing/sample-volunteers.ts'
import { listPosts } from '../queries/list-posts.ts'
import { listUnits } from '../queries/list-units.ts'
import { previewChange } from '../queries/preview-change.ts'
import { closeUnit } from './close-unit.ts'
import { appointHolder } from './leadership/appoint-holder.ts'
import { createPosts } from './leadership/create-posts.ts'

const closing = { on: '2026-03-16', reason: '区划调整' }

describe('closing a unit', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('is refused while open units stand below, and writes nothing', async () => {
    const id = await city.unitId('99010010001')
    await expect(city.as('李组长', (context) => closeUnit(context, { id, version: 1, ...closing }))).rejects.toMatchObject({ code: 'UNITS_BELOW',
      data: { count: 3 } })
    const { rows } = await city.owner.query(`select 1 from organization.unit_changes where city_id = $1`, [city.cityId])
    expect(rows).toEqual([])
  })

  it('is refused while a child or a volunteer is registered there: they would be left without a unit that answers for them', async () => {
    const id = await city.unitId('990100100010001')
    const preview = () => city.as('赵干事', (context) => previewChange(context, { id, change: 'close' }))
    const close = () => city.as('赵干事', (context) => closeUnit(context, { id, version: 1, ...closing }))
    expect((await preview()).obstacle).toBeNull()
    await city.as('赵干事', (context) => registerVolunteer(context, { ...sampleProfile({ name: '葛老师' }), unitId: id, isConfirmedDistinct: false }))
    expect(await preview()).toMatchObject({ children: 0, volunteers: 1, obstacle: expect.stringContaining('并入') })
    await expect(close()).rejects.toMatchObject({ code: 'PEOPLE_REMAIN', data: { children: 0, volunteers: 1 } })
  })

  it('ends its posts and terms the day before', async () => {
    const id = await city.unitId('990100100010002')
    const { items: [post] } = await city.as('赵干事', (context) => createPosts(context, { unitId: id, titleCode: 'director', seats: 2, fromOn: '2020-01-01' }))
    await city.as('赵干事', (context) => appointHolder(context, { id: post!.id, personName: '何二', fromOn: '2024-01-01', isFullTime: true }))
    const unit = await city.as('赵干事', (context) => closeUnit(context, { id, version: 1, ...closing }))
    expect([unit.closedOn, unit.staff.fullTime]).toEqual(['2026-03-16', 0])
    const terms = await city.owner.query(`select until_on::text, ending from organization.terms where city_id = $1 and unit_id = $2`, [city.cityId, id])
    expect(terms.rows).toEqual([{ until_on: '2026-03-15', ending: 'unit-closed' }])
    const live = await city.owner.query(`select sum(sign)::int as live from figures.facts where city_id = $1 and unit_id = $2`, [city.cityId, id])
    expect(live.rows[0].live).toBe(0)
    expect((await city.as('赵干事', (context) => listPosts(context, { unitId: id, limit: 20 }))).items).toEqual([])
  })

  it('takes it out of its level but not out of the records', async () => {
    const parent = await city.unitId('99010010001')
    expect((await city.as('赵干事', (context) => listUnits(context, { parent, limit: 20 }))).items.map(({ name }) => name)).toEqual(['东一村', '东街小学'])
    expect((await city.as('赵干事', (context) => listUnits(context, { state: 'closed', limit: 20 }))).items.map(({ name }) => name)).toEqual(['东二村'])
  })

  it('is done by the office above: not by the unit, not by the neighbour, not twice', async () => {
    const id = await city.unitId('990100100011000')
    await expect(city.as('韩校长', (context) => closeUnit(context, { id, version: 1, ...closing }))).rejects.toThrow('TOPMOST_UNIT')
    await expect(city.as('钱干事', (context) => closeUnit(context, { id, version: 1, ...closing }))).rejects.toThrow('NOT_FOUND')
    await expect(city.as('郑部长', (context) => closeUnit(context, { id, version: 1, ...closing }))).rejects.toThrow('FORBIDDEN')
    await expect(city.as('赵干事', async (context) => closeUnit(context, { id: await city.unitId('990100100010002'), version: 2, ...closing }))).rejects
      .toThrow('UNIT_CLOSED')
  })

  it('never closes the city itself', async () => {
    await expect(city.as('陈主任', async (context) => closeUnit(context, { id: await city.unitId('9901'), version: 1, ...closing }))).rejects
      .toThrow('UNITS_BELOW')
  })
})
