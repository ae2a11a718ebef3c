import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { updateAccount } from './update-account.ts'

describe('correcting an account', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('moves it to another home unit; a stale save and one\'s own account are refused', async () => {
    const change = async () => ({ id: await city.accountId('孙主任'), version: 1, personName: '孙主任', phone: '13900001234',
      unitId: await city.unitId('99010010002') })
    const account = await city.as('安全员', async (context) => updateAccount(context, await change()))
    expect([account.unitName, account.phone, account.version]).toEqual(['西街镇', '13900001234', 2])
    await expect(city.as('安全员', async (context) => updateAccount(context, await change()))).rejects.toThrow('STALE')
    await expect(city.as('安全员', async (context) => updateAccount(context, { ...await change(), id: await city.accountId('安全员') }))).rejects
      .toThrow('OWN_GRANT')
    const { rows } = await city.owner.query(`select details from audit.entries where city_id = $1 and verb = 'account.updated'`, [city.cityId])
    expect([rows.length, rows[0].details.phoneChanged, JSON.stringify(rows).includes('13900001234')]).toEqual([1, true, false])
  })
})
