import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'

describe('the table of 组建率', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('counts no province, also for who stands above the city', async () => {
    await city.owner.query(`update accounts.grants set unit_id = (select id from organization.units where city_id = $1 and level = 'province'),
      scope_code = (select scope_lo from organization.units where city_id = $1 and level = 'province')
      where city_id = $1 and account_id = $2`, [city.cityId, await city.accountId('李组长')])
    const answer = await (await city.serve()).inject({ method: 'GET', url: '/api/founding-rates', headers: { cookie: await city.cookieOf('李组长') } })
    expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200)
    const { levels } = answer.json<{ levels: { sort: string; due: number }[] }>()
    expect(levels[0]).toMatchObject({ sort: 'city', due: 1 })
  })
})
