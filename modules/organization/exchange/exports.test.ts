import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'

describe('units as a workbook', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('leaves as an .xlsx named after the unit and the day; who may not see posts gets none', async () => {
    const server = await city.serve()
    const get = async (url: string, name: Parameters<TestCity['as']>[0]) => server.inject({ url, headers: { cookie: await city.cookieOf(name) } })
    const units = await get('/api/exports/units.xlsx', '李组长')
    expect([units.statusCode, units.headers['content-type'], units.rawPayload.subarray(0, 2).toString()]).toEqual(
      [200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'])
    expect(decodeURIComponent(String(units.headers['content-disposition']))).toContain('单位一览（甲区，2026-03-16）.xlsx')
    expect((await get('/api/exports/posts.xlsx', '李组长')).statusCode).toBe(200)
    expect((await get('/api/exports/posts.xlsx', '系统员')).json().code).toBe('FORBIDDEN')
    expect((await get('/api/exports/units.xlsx?unit=9901002', '李组长')).json().code).toBe('NOT_FOUND')
  })
})
