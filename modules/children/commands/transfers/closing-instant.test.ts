import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeUnit } from '#modules/organization/commands/close-unit.ts'
import type { Context } from '#platform/http/context.ts'
import { meet } from '#tests/city/instant.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { findUnitsByText } from '../../queries/lists/find-units-by-text.ts'
import { registerChild } from '../register-child.ts'
import { sampleChild } from '../steps/sample-child.ts'

let city: TestCity
let village: string
beforeAll(async () => {
  city = await openTestCity()
  village = await city.unitId('990100200010002')
})
afterAll(() => city.close())

const close = async (context: Context) => closeUnit(context, { id: village, version: 1, on: context.today, reason: '村改社区' })
const reopen = () => city.owner.query('update organization.units set closed_on = null, version = 1 where city_id = $1 and id = $2', [city.cityId, village])
const register = (context: Context) => registerChild(context, { ...sampleChild(), unitId: village })
const slowly = (work: (context: Context) => Promise<unknown>) => (untilMet: () => Promise<void>) => city.as('卫干事', async (context) => {
  await work(context)
  await untilMet()
})

it('a child is not registered in a unit that closes in the same instant; a unit where one is being registered is not closed', async () => {
  const [closing, registering] = await meet(city, slowly(close), () => city.as('卫干事', register))
  expect([closing.status, registering]).toMatchObject(['fulfilled',
    { status: 'rejected', reason: { data: { issues: [{ path: ['unitId'], message: '这个单位已经撤销，请选择仍在的单位' }] } } }])
  await reopen()
  const [registered, closed] = await meet(city, slowly(register), () => city.as('卫干事', close))
  expect([registered.status, closed]).toMatchObject(['fulfilled', { status: 'rejected', reason: { code: 'UNIT_BUSY' } }])
  await expect(city.as('卫干事', close)).rejects.toMatchObject({ code: 'PEOPLE_REMAIN', data: { children: 1 } })
})

it('a list that names a unit which closes meanwhile does not find it, and holds the ones it found', async () => {
  await city.owner.query('update children.children set unit_id = $1, scope_code = 990100200010001000 where city_id = $2', [
    await city.unitId('990100200010001'), city.cityId])
  const find = (context: Context) => findUnitsByText(context, ['北二村'])
  const [, found] = await meet(city, slowly(close), () => city.as('卫干事', find))
  expect(found).toMatchObject({ status: 'fulfilled', value: new Map([['北二村', []]]) })
  await reopen()
  const [, closed] = await meet(city, slowly(find), () => city.as('卫干事', close))
  expect(closed).toMatchObject({ status: 'rejected', reason: { code: 'UNIT_BUSY' } })
})
