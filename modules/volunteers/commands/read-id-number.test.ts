import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { readIdNumber } from './read-id-number.ts'
import { registerSample } from './testing/sample-volunteers.ts'

describe('seeing an identity number in full', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('leaves the reason in the audit and is refused to everybody but the office of the range', async () => {
    const { id } = await city.as('赵干事', (context) => registerSample(context, { idNumber: '990101195503051226' }))
    await city.as('赵干事', (context) => readIdNumber(context, { id, reason: '办理保险' }))
    const { rows } = await city.owner.query(`select reason, subject_id, person_name from audit.entries where city_id = $1
      and verb = 'volunteer.id-number-read'`, [city.cityId])
    expect(rows).toEqual([{ reason: '办理保险', subject_id: id, person_name: '赵干事' }])
    await expect(city.as('郑部长', (context) => readIdNumber(context, { id, reason: '看看' }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(city.as('钱干事', (context) => readIdNumber(context, { id, reason: '看看' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
