import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { reopenMonth } from './reopen-month.ts'

let city: TestCity
beforeAll(async () => { city = await openTestCity() })
afterAll(() => city.close())

it('does not find a closing that was never made', async () => {
  await expect(city.as('陈主任', (context) => reopenMonth(context, { id: newId(), reason: '补录' }))).rejects.toThrow('NOT_FOUND')
})
