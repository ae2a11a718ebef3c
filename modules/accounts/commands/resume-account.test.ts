import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { testPassword } from '#tests/city/people.ts'
import { closeAccount } from './close-account.ts'
import { resumeAccount } from './resume-account.ts'
import { suspendAccount } from './suspend-account.ts'

describe('resuming an account', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('lets the person in again with the same rights; a closed account stays closed', async () => {
    const id = await city.accountId('赵干事')
    const server = await city.serve()
    const signIn = () => server.inject({ method: 'POST', url: '/api/sessions', payload: { name: 'zhao', password: testPassword } })
    await city.as('安全员', (context) => suspendAccount(context, { id, version: 1, reason: '请假' }))
    expect((await signIn()).statusCode).toBe(401)
    await city.as('安全员', (context) => resumeAccount(context, { id, version: 2, reason: '返岗' }))
    expect((await signIn()).json()).toMatchObject({ unit: { name: '东街镇' } })
    await city.as('安全员', (context) => closeAccount(context, { id, version: 3, reason: '离任' }))
    await expect(city.as('安全员', (context) => resumeAccount(context, { id, version: 4, reason: '返岗' }))).rejects.toThrow('ACCOUNT_CLOSED')
  })
})
