import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'

let city: TestCity
beforeAll(async () => { city = await openTestCity() })
afterAll(() => city.close())

it('signing out ends this session and clears its cookie', async () => {
  const server = await city.serve()
  const cookie = await city.cookieOf('赵干事')
  const answer = await server.inject({ method: 'DELETE', url: '/api/sessions/current', headers: { cookie } })
  expect([answer.json(), String(answer.headers['set-cookie']).includes('Max-Age=0')]).toEqual([{ ended: 1 }, true])
  expect((await server.inject({ url: '/api/sessions/current', headers: { cookie } })).statusCode).toBe(401)
})
