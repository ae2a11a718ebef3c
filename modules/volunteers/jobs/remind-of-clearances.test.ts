import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { recordClearance } from '../commands/record-clearance.ts'
import { registerSample } from '../commands/testing/sample-volunteers.ts'
import { remindOfClearances } from './remind-of-clearances.ts'

describe('the reminder of clearances', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('gives one task to the office of the unit, however often it runs', async () => {
    await city.as('赵干事', async (context) => {
      for (const [name, checkedOn] of [['甲一', '2025-04-01'], ['甲二', '2025-04-10'], ['甲三', '2026-03-01']] as const) {
        const { id } = await registerSample(context, { name, phone: null, birthOn: null })
        await recordClearance(context, { id, checkedOn, result: 'clear' })
      }
    })
    await runScheduledJob(city, remindOfClearances)
    await runScheduledJob(city, remindOfClearances)
    const { rows } = await city.owner.query('select recipient_account_id, title, due_on from notices.notices where city_id = $1', [city.cityId])
    expect(rows).toEqual([{ recipient_account_id: await city.accountId('赵干事'), title: '2位五老的准入查询即将到期，请办理年度复查', due_on: '2026-03-31' }])
  })
})
