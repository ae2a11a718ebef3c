import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook } from '#platform/sheets/read-workbook.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { registerSample } from '../commands/testing/sample-volunteers.ts'

describe('the exported list', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('holds what the filter shows, without identity numbers, and nothing in it is a formula', async () => {
    await city.as('赵干事', (context) => registerSample(context, { formerWork: '=HYPERLINK("http://x")', idNumber: '990101195503051226' }))
    await city.as('卫干事', (context) => registerSample(context, { name: '北乡人', phone: null, birthOn: null }))
    const server = await city.serve()
    const answer = await server.inject({ url: '/api/volunteers.xlsx?category=teacher', headers: { cookie: await city.cookieOf('赵干事') } })
    expect(answer.statusCode).toBe(200)
    const [sheet] = await readWorkbook(answer.rawPayload)
    const texts = sheet?.rows.slice(2).map((row) => row.map(({ text }) => text))
    expect(texts).toHaveLength(1)
    expect(texts?.[0]?.slice(0, 6)).toEqual(['东街镇', '王秀英', '女', '1955-03-05', '15400001234', '老教师'])
    expect(JSON.stringify(texts)).not.toContain('990101195503051226')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(answer.rawPayload as never)
    const cells = workbook.worksheets[0]?.getRow(3)
    expect(Array.from({ length: 18 }, (_, at) => cells?.getCell(at + 1).type)).not.toContain(ExcelJS.ValueType.Formula)
    expect(cells?.getCell(11).value).toBe('=HYPERLINK("http://x")')
  })

  it('refuses what no skill can be before the answer begins', async () => {
    const server = await city.serve()
    const answer = await server.inject({ url: '/api/volunteers.xlsx?skill=%00', headers: { cookie: await city.cookieOf('赵干事') } })
    expect([answer.statusCode, answer.json().data.issues[0].path]).toEqual([422, ['skill']])
  })

  it('is for offices and stands in the audit', async () => {
    const server = await city.serve()
    expect((await server.inject({ url: '/api/volunteers.xlsx', headers: { cookie: await city.cookieOf('郑部长') } })).statusCode).toBe(403)
    const { rows } = await city.owner.query(`select person_name from audit.entries where city_id = $1 and verb = 'volunteers.exported'`, [city.cityId])
    expect(rows).toEqual([{ person_name: '赵干事' }])
  })
})
