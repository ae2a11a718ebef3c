import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listUnits } from '#modules/organization/queries/list-units.ts'
import { getSession } from '../queries/get-session.ts'
import { grantRole } from './rights/grant-role.ts'
import { switchUnit } from './switch-unit.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
  city.clock.moveTo(new Date().toISOString())
})
afterAll(() => city.close())

it('a person with two posts acts for one at a time', async () => {
  await city.as('安全员', async (context) => grantRole(context, { id: await city.accountId('赵干事'), roleCode: 'office',
    unitId: await city.unitId('99010010002') }))
  const session = await city.as('赵干事', (context) => getSession(context))
  const west = session.grants.find(({ unitName }) => unitName === '西街镇')
  const switched = await city.as('赵干事', (context) => switchUnit(context, { grantId: west?.id ?? '' }))
  expect(switched.unit.name).toBe('西街镇')
  expect((await city.as('赵干事', (context) => listUnits(context, { limit: 20 }))).items.map(({ name }) => name)).toEqual(['西街镇', '西一村'])
})

it('nobody switches to another person\'s grant', async () => {
  const foreign = await city.as('钱干事', (context) => getSession(context))
  await expect(city.as('孙主任', (context) => switchUnit(context, { grantId: foreign.grantId }))).rejects.toThrow('NOT_FOUND')
})
