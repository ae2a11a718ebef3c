import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeUnit } from '#modules/organization/commands/close-unit.ts'
import { mergeUnits } from '#modules/organization/commands/merge-units.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays, dayInChina } from '#platform/values/local-date.ts'
import { meet } from '#tests/city/instant.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { staffImport } from '../../exchange/import-staff.ts'
import { createAccount } from '../create-account.ts'
import { delegateRight } from './delegate-right.ts'
import { grantRole } from './grant-role.ts'
import { switchUnit } from '../switch-unit.ts'
import { updateAccount } from '../update-account.ts'

const now = new Date()

describe('a unit is closed in the same instant as somebody is placed there', () => {
  let city: TestCity
  let village: string
  beforeAll(async () => {
    city = await openTestCity()
    city.clock.moveTo(now.toISOString())
    village = await city.unitId('990100200010002')
  })
  afterAll(() => city.close())

  const close = async (context: Context) => closeUnit(context, { id: village, version: await version(), on: dayInChina(now), reason: '村改社区' })
  const version = async () => Number((await city.owner.query('select version from organization.units where city_id = $1 and id = $2',
    [city.cityId, village])).rows[0].version)
  const standsOpen = async () => (await city.owner.query('select 1 from organization.units where city_id = $1 and id = $2 and closed_on is null',
    [city.cityId, village])).rowCount === 1
  const open = () => city.owner.query(`update organization.units set closed_on = null where city_id = $1 and id = $2`, [city.cityId, village])
  const liveThere = async () => (await city.owner.query(`select person_name as name from accounts.accounts where city_id = $1 and unit_id = $2
      and status <> 'closed' union all select role_code from accounts.grants where city_id = $1 and unit_id = $2 and revoked_at is null order by 1`,
  [city.cityId, village])).rows.map(({ name }) => String(name))
  const row = (signInName: string) => ({ rowNumber: 3, values: { name: '何新', unit: '990100200010002', role: '儿童主任', signInName }, precisionLost: [],
    fullWidth: [] })

  const works: [string, (context: Context) => Promise<unknown>, string][] = [
    ['an account is opened', (context) => createAccount(context, { unitId: village, personName: '何新', signInName: 'hexin' }), 'UNIT_CLOSED'],
    ['an account is moved there', async (context) => updateAccount(context, { id: await city.accountId('周主任'), version: 1, personName: '周主任', phone: null,
      unitId: village }), 'UNIT_CLOSED'],
    ['a right is given', async (context) => grantRole(context, { id: await city.accountId('孙主任'), roleCode: 'care-worker', unitId: village }), 'UNIT_CLOSED'],
  ]

  it.each(works)('%s: who comes second is told so, and nobody is left in a unit that is gone', async (_what, work, code) => {
    const before = await liveThere()
    const [closing, placing] = await meet(city, (untilMet) => city.as('卫干事', async (context) => {
      await close(context)
      await untilMet()
    }), () => city.as('安全员', work))
    expect([closing.status, placing]).toMatchObject(['fulfilled', { status: 'rejected', reason: { code } }])
    expect(await liveThere()).toEqual(before)
    await open()
    const [placed, closed] = await meet(city, (untilMet) => city.as('安全员', async (context) => {
      await work(context)
      await untilMet()
    }), () => city.as('卫干事', close))
    expect([placed.status, closed]).toMatchObject(['fulfilled', { status: 'rejected', reason: { code: 'UNIT_BUSY' } }])
    expect([await standsOpen(), (await liveThere()).length]).toEqual([true, before.length + 1])
  })

  it('a workbook of staff says at the row that the unit is not there', async () => {
    const before = await liveThere()
    const checked = await meet(city, (untilMet) => city.as('卫干事', async (context) => {
      await close(context)
      await untilMet()
    }), () => city.as('安全员', (context) => staffImport.checkRows(context, [row('hesan')])))
    expect(checked[1]).toMatchObject({ status: 'fulfilled', value: [{ rowNumber: 3, key: 'unit', message: '没有找到这个单位，请核对名称或填写单位代码。' }] })
    await open()
    const merge = async (context: Context) => mergeUnits(context, { id: village, version: await version(), on: dayInChina(now), reason: '合村',
      intoId: await city.unitId('990100200010001') })
    const [imported, merged] = await meet(city, (untilMet) => city.as('安全员', async (context) => {
      await staffImport.checkRows(context, [row('hesan')])
      await staffImport.commitRows(context, [row('hesan')], '')
      await untilMet()
    }), () => city.as('卫干事', merge))
    expect([imported.status, merged]).toMatchObject(['fulfilled', { status: 'rejected', reason: { code: 'UNIT_BUSY' } }])
    expect([await standsOpen(), (await liveThere()).length]).toEqual([true, before.length + 2])
  })

  it('nobody delegates the right of a unit that is gone', async () => {
    const people = (await city.owner.query(`select g.id from accounts.grants g where g.city_id = $1 and g.unit_id = $2 and g.account_id = $3
      and g.revoked_at is null`, [city.cityId, village, await city.accountId('孙主任')])).rows
    await city.as('孙主任', (context) => switchUnit(context, { grantId: String(people[0].id) }))
    const receiver = (await city.owner.query(`select id from accounts.accounts where city_id = $1 and sign_in_name = 'hexin'`, [city.cityId])).rows[0].id
    const delegate = (context: Context) => delegateRight(context, { accountId: String(receiver), untilOn: addDays(dayInChina(now), 5) })
    const [closing, delegating] = await meet(city, (untilMet) => city.as('卫干事', async (context) => {
      await close(context)
      await untilMet()
    }), () => city.as('孙主任', delegate))
    expect([closing.status, delegating]).toMatchObject(['fulfilled', { status: 'rejected', reason: { code: 'UNIT_CLOSED' } }])
  })
})
