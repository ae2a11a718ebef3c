import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeUnit } from '#modules/organization/commands/close-unit.ts'
import type { Context } from '#platform/http/context.ts'
import { meet } from '#tests/city/instant.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { volunteerImport } from '../exchange/import-volunteers.ts'
import { moveVolunteer } from './move-volunteer.ts'
import { registerSample, sampleProfile } from './testing/sample-volunteers.ts'
import { registerVolunteer } from './register-volunteer.ts'

let city: TestCity
let village: string
beforeAll(async () => {
  city = await openTestCity()
  village = await city.unitId('990100200010002')
})
afterAll(() => city.close())

const close = async (context: Context) => closeUnit(context, { id: village, version: 1, on: context.today, reason: '村改社区' })
const reopen = () => city.owner.query('update organization.units set closed_on = null, version = 1 where city_id = $1 and id = $2', [city.cityId, village])
const register = (name: string) => (context: Context) => registerVolunteer(context, { ...sampleProfile({ name, phone: null }), unitId: village,
  isConfirmedDistinct: true })

it('a volunteer is not registered in a unit that closes in the same instant; a unit where one is being registered is not closed', async () => {
  const [closing, registering] = await meet(city, (untilMet) => city.as('卫干事', async (context) => {
    await close(context)
    await untilMet()
  }), () => city.as('卫干事', register('郑同时')))
  expect([closing.status, registering]).toMatchObject(['fulfilled',
    { status: 'rejected', reason: { data: { issues: [{ path: ['unitId'], message: '这个单位已经撤销，请选择其他单位。' }] } } }])
  await reopen()
  const [registered, closed] = await meet(city, (untilMet) => city.as('卫干事', async (context) => {
    await register('郑同时')(context)
    await untilMet()
  }), () => city.as('卫干事', close))
  expect([registered.status, closed]).toMatchObject(['fulfilled', { status: 'rejected', reason: { code: 'UNIT_BUSY' } }])
  await expect(city.as('卫干事', close)).rejects.toMatchObject({ code: 'PEOPLE_REMAIN', data: { volunteers: 1 } })
})

it('nor does one move there', async () => {
  const { id } = await city.as('卫干事', (context) => registerSample(context, { name: '郑转入', phone: null, birthOn: '1951-01-01' }))
  const move = (context: Context) => moveVolunteer(context, { id, version: 1, unitId: village, on: context.today })
  const [moved, closed] = await meet(city, (untilMet) => city.as('卫干事', async (context) => {
    await move(context)
    await untilMet()
  }), () => city.as('卫干事', close))
  expect([moved.status, closed]).toMatchObject(['fulfilled', { status: 'rejected', reason: { code: 'UNIT_BUSY' } }])
})

it('a workbook that names no unit brings nobody into an own unit that is closed', async () => {
  await city.owner.query('update organization.units set closed_on = $1 where city_id = $2 and code = $3', ['2026-03-01', city.cityId, '99010020001'])
  const row = { rowNumber: 3, values: { name: '郑无处', sex: '女', categories: '老教师', joinedOn: '2020-01-01' }, precisionLost: [], fullWidth: [] }
  expect(await city.as('卫干事', (context) => volunteerImport.checkRows(context, [row])))
    .toEqual([{ rowNumber: 3, key: 'unit', message: '您的单位已经撤销，请填写仍在的单位。' }])
})
