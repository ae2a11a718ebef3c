import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook } from '#platform/sheets/read-workbook.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { readChildrenInBatches } from '../queries/list-children.ts'

describe('the export of children', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('is a workbook of the masked list, with the columns of the page and no identity', async () => {
    const server = await city.serve()
    const answer = await server.inject({ url: '/api/children.xlsx', headers: { cookie: await city.cookieOf('赵干事') } })
    expect(answer.statusCode).toBe(200)
    const [sheet] = await readWorkbook(new Uint8Array(answer.rawPayload))
    const heads = sheet?.rows.find((row) => row.some((cell) => cell.text === '孩子'))?.map((cell) => cell.text)
    expect(heads).toEqual(['单位', '孩子', '性别', '年龄段', '平台推算', '民政认定', '推算与认定', '状态'])
  })

  it('is refused to an administrator', async () => {
    const server = await city.serve()
    const answer = await server.inject({ url: '/api/children.xlsx', headers: { cookie: await city.cookieOf('系统员') } })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'FORBIDDEN'])
  })

  it('does not find a unit outside the range', async () => {
    await expect(city.as('赵干事', async (context) => { for await (const _child of readChildrenInBatches(context, { unit: '9901002' })) break }))
      .rejects.toThrow('NOT_FOUND')
  })
})
