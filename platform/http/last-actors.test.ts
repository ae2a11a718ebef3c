import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'

describe('a session that acted before', () => {
  let city: TestCity
  let server: Awaited<ReturnType<TestCity['serve']>>
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
  })
  afterAll(() => city.close())

  const ask = async (cookie: string, url = '/api/volunteers?limit=1') => {
    const answer = await server.inject({ method: 'GET', url, headers: { cookie } })
    return { status: answer.statusCode, code: answer.json<{ code?: string }>().code }
  }
  const grantOf = (name: string) => [city.cityId, name]

  it('is refused with the first request after its end', async () => {
    const cookie = await city.cookieOf('赵干事')
    expect(await ask(cookie)).toEqual({ status: 200, code: undefined })
    await city.owner.query(`update accounts.sessions set ended_at = now() where city_id = $1 and account_id =
      (select id from accounts.accounts where city_id = $1 and person_name = $2)`, grantOf('赵干事'))
    expect(await ask(cookie)).toMatchObject({ status: 401 })
    expect(await ask(cookie)).toMatchObject({ status: 401 })
  })

  it('has with the next request only the rights that were left to it, and the new ones it was given', async () => {
    const cookie = await city.cookieOf('钱干事')
    expect(await ask(cookie)).toEqual({ status: 200, code: undefined })
    const become = (role: string) => city.owner.query(`update accounts.grants set role_code = $3 where city_id = $1 and account_id =
      (select id from accounts.accounts where city_id = $1 and person_name = $2)`, [...grantOf('钱干事'), role])
    await become('security-admin')
    expect(await ask(cookie)).toMatchObject({ status: 403 })
    await become('office')
    expect(await ask(cookie)).toEqual({ status: 200, code: undefined })
  })
})
