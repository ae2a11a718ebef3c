import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { testPassword } from '#tests/city/people.ts'
import { changePassword } from './change-password.ts'

describe('changing the own password', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const change = (oldPassword: string, newPassword: string) => city.as('赵干事', (context) => changePassword(context, { oldPassword, newPassword }))

  it('asks for the old one and takes no weak one', async () => {
    await expect(change('wrong', 'chunfeng2026')).rejects.toThrow('WRONG_OLD_PASSWORD')
    await expect(change(testPassword, '12345678')).rejects.toThrow('WEAK_PASSWORD')
    await expect(change(testPassword, testPassword)).rejects.toThrow('WEAK_PASSWORD')
  })

  it('takes none that is the name it is typed with', async () => {
    await city.owner.query(`update accounts.accounts set sign_in_name = 'zhao2026' where sign_in_name = 'zhao'`)
    await expect(change(testPassword, 'Zhao2026')).rejects.toThrow('WEAK_PASSWORD')
    await city.owner.query(`update accounts.accounts set sign_in_name = 'zhao' where sign_in_name = 'zhao2026'`)
  })

  it('lets nobody in with the old one afterwards', async () => {
    await change(testPassword, 'chunfeng2026')
    const server = await city.serve()
    const signIn = async (password: string) => (await server.inject({ method: 'POST', url: '/api/sessions', payload: { name: 'zhao', password } })).statusCode
    expect([await signIn(testPassword), await signIn('chunfeng2026')]).toEqual([401, 201])
  })
})
