import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'

describe('units as a workbook', () => {
  let city: TestCity
  let address: string
  beforeAll(async () => {
    city = await openTestCity()
    address = await (await city.serve()).listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => city.close())
  /** Reads each answer to its end: one that is left half read keeps the server from closing. */
  const get = async (path: string, name: Parameters<TestCity['as']>[0]) => {
    const answer = await fetch(`${address}/api${path}`, { headers: { cookie: await city.cookieOf(name) } })
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
  }

  it('leaves as an .xlsx named after the unit and the day', async () => {
    const units = await get('/exports/units.xlsx', '李组长')
    expect([units.status, units.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect(decodeURIComponent(String(units.headers.get('content-disposition')))).toContain('单位一览（甲区，2026-03-16）.xlsx')
    expect((await get('/exports/posts.xlsx', '李组长')).status).toBe(200)
  })

  it('is refused to whom the list is refused', async () => {
    expect((await get('/exports/posts.xlsx', '系统员')).status).toBe(403)
    expect((await get('/exports/units.xlsx?unit=9901002', '李组长')).status).toBe(404)
  })
})
