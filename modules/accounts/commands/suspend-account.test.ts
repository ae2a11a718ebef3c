import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { testPassword } from '#tests/city/people.ts'
import { suspendAccount } from './suspend-account.ts'

describe('suspending an account', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('cuts the person off at once, on every device, and at the door', async () => {
    const server = await city.serve()
    const cookie = await city.cookieOf('赵干事')
    expect((await server.inject({ url: '/api/units', headers: { cookie } })).statusCode).toBe(200)
    await city.as('安全员', async (context) => suspendAccount(context, { id: await city.accountId('赵干事'), version: 1, reason: '长期请假' }))
    expect((await server.inject({ url: '/api/units', headers: { cookie } })).statusCode).toBe(401)
    expect((await server.inject({ method: 'POST', url: '/api/sessions', payload: { name: 'zhao', password: testPassword } })).json().code)
      .toBe('WRONG_CREDENTIALS')
  })

  it('is not done to oneself', async () => {
    await expect(city.as('安全员', async (context) => suspendAccount(context, { id: await city.accountId('安全员'), version: 1, reason: '试' }))).rejects
      .toThrow('OWN_GRANT')
  })
})
