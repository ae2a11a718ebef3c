import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { addDays } from '#platform/values/local-date.ts'
import { closeAccount } from './close-account.ts'
import { delegateRight } from './rights/delegate-right.ts'

describe('closing an account', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('takes back its rights and what it delegated', async () => {
    city.clock.moveTo(new Date().toISOString())
    const id = await city.accountId('赵干事')
    await city.as('赵干事', async (context) => delegateRight(context, { accountId: await city.accountId('孙主任'), untilOn: addDays(city.clock.today(), 10) }))
    const account = await city.as('安全员', (context) => closeAccount(context, { id, version: 1, reason: '离任' }))
    expect([account.status, account.grants]).toEqual(['closed', []])
    const { rows } = await city.owner.query(
      'select 1 from accounts.grants where city_id = $1 and (account_id = $2 or delegated_by = $2) and revoked_at is null', [city.cityId, id])
    expect(rows).toEqual([])
  })

  it('never leaves an administrator\'s post empty', async () => {
    await expect(city.as('安全员', async (context) => closeAccount(context, { id: await city.accountId('审计员'), version: 1, reason: '离任' }))).rejects
      .toThrow('LAST_ADMINISTRATOR')
  })
})
