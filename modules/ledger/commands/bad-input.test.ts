import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reserveMoney } from './steps/commitments.ts'
import { bookVoucher, gift, openSampleBooks, type SampleBooks } from './steps/sample-books.ts'
import { ledgerModule } from '../module.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'

let city: TestCity
let books: SampleBooks
let server: FastifyInstance
let cookie = ''
beforeAll(async () => {
  city = await openTestCity()
  books = await openSampleBooks(city, { startsMonth: 202512 })
  server = await city.serve([ledgerModule])
  cookie = await city.cookieOf('许会计')
}, 120_000)
afterAll(() => city.close())

type Answer = { code: string; message: string; data?: { issues?: { message: string }[] } }

/** Every Chinese sentence an answer says. */
async function told(url: string, payload: object): Promise<string> {
  const { statusCode, body } = await server.inject({ method: 'POST', url: `/api${url}`, headers: { cookie }, payload })
  const answer = JSON.parse(body) as Answer
  expect(statusCode).toBeGreaterThanOrEqual(400)
  expect(statusCode).toBeLessThan(500)
  return body === '' ? '' : `${answer.message} ${JSON.stringify(answer.data ?? {})}`
}
const reserve = (amount: string) => told(`/books/${books.bookId}/commitments`, { fundId: books.schooling, label: '秋季助学', amount })
async function sendFile(text: string): Promise<string> {
  const form = new FormData()
  form.append('accountId', books.account('1002'))
  form.append('file', new File([text], '流水.csv'))
  const request = new Request('http://127.0.0.1/', { method: 'POST', body: form })
  const { statusCode, body } = await server.inject({ method: 'POST', url: `/api/books/${books.bookId}/bank-statements`,
    payload: Buffer.from(await request.arrayBuffer()), headers: { cookie, 'content-type': request.headers.get('content-type') ?? '' } })
  return statusCode < 300 ? 'taken' : `${(JSON.parse(body) as Answer).message} ${JSON.stringify((JSON.parse(body) as Answer).data ?? {})}`
}

describe('bad input of money is refused with a sentence that says what to do', () => {
  test('an amount of three decimals, and any amount in digits of full width', async () => {
    expect(await reserve('1.234')).toContain('金额最多两位小数')
    for (const typed of ['１．２３４', '１００', '１3.00']) expect(await reserve(typed)).toContain('金额里有全角数字，请切换到半角，重新输入数字')
  })
  test('a billion yuan, a negative amount, nothing, and words', async () => {
    expect(await reserve('1000000000')).toContain('金额太大，请核对')
    expect(await reserve('-5')).toContain('金额不能是负数')
    expect(await reserve('0')).toContain('金额要大于0')
    expect(await reserve('')).toContain('请填金额')
    expect(await reserve('五百')).toContain('请填金额，如 300 或 1,250.50')
    expect(await reserve('1e9')).toContain('请填金额，如 300 或 1,250.50')
  })
  test('more than a fund holds', async () => {
    await bookVoucher(city, books, gift(books, books.schooling, 1_250), '2025-12-10')
    expect(await reserve('13.00')).toContain('超过这项限定资金的可用余额，请减少金额')
  })
  test('the same file twice, the same lines in another file, a changed layout, an amount that cannot be read', async () => {
    const file = '交易日期,借方发生额,贷方发生额,余额,摘要\n2025-12-11,,12.50,12.50,捐赠\n'
    expect(await sendFile(file)).toBe('taken')
    expect(await sendFile(file)).toContain('这个文件已经导入过，不再重复导入。')
    expect(await sendFile(`${file}2025-12-12,,1.00,13.50,利息\n`)).toContain('文件中的部分流水已经导入过，请只导出之后的日期。')
    expect(await sendFile('日期,金额\n2025-12-13,5\n')).toContain('这个文件的列和上次不一样，请核对后重新指明各列是什么。')
    const wrong = await sendFile('交易日期,借方发生额,贷方发生额,余额,摘要\n2025-12-13,,1.234,14.73,捐赠\n2025-13-40,,2,1,捐赠\n')
    expect(wrong).toContain('有些行读不出来，请在文件中改正后重新导入。')
    expect(wrong).toContain('金额读不出来，应是数字，最多两位小数')
    expect(wrong).toContain('日期读不出来，请写成 2026-03-05 的样子')
  })
  test('closing a year while money of it is promised', async () => {
    await city.as('许会计', (context) => reserveMoney(context, { bookId: books.bookId, fundId: books.schooling, label: '冬衣', amountFen: 100 }))
    const refusal = await told(`/books/${books.bookId}/periods/close`, { month: 202512, version: 1 })
    expect(refusal).toContain('还有检查项目没有通过，请按清单办完再结账。')
    expect(refusal).toContain('commitments-open')
  })
})
