import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { lockVolunteer } from '../queries/find-volunteer.ts'
import { markVolunteerReferred } from './mark-volunteer-referred.ts'
import { registerSample } from './testing/sample-volunteers.ts'

describe('what other modules ask of the register', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('marks a volunteer of the range once, and nobody outside it', async () => {
    const { id } = await city.as('赵干事', (context) => registerSample(context))
    const isMarked = async () => (await city.owner.query('select is_referred from volunteers.volunteers where id = $1', [id])).rows[0].is_referred
    await city.as('钱干事', (context) => markVolunteerReferred(context, id))
    expect(await isMarked()).toBe(false)
    expect(await city.as('钱干事', (context) => lockVolunteer(context, id))).toBeUndefined()
    await city.as('赵干事', (context) => markVolunteerReferred(context, id))
    expect(await isMarked()).toBe(true)
  })
})
