import { expect, it } from 'vitest'
import { openTestCity } from '#tests/city/open.ts'
import { listRoles } from './list-roles.ts'

it('every right of every role is told in words, not by its code', async () => {
  const city = await openTestCity()
  const { items } = await city.as('安全员', (context) => listRoles(context))
  expect(items.length).toBeGreaterThan(10)
  expect(items.flatMap(({ permissions }) => permissions.filter(({ code, name }) => name === code).map(({ code }) => code))).toEqual([])
  await city.close()
})
