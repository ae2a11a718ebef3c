import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getVoucher } from '../../queries/vouchers/get-voucher.ts'
import { countersignVoucher } from '../vouchers/countersign-voucher.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { listFunds } from '../../queries/books/list-funds.ts'
import { getClosingChecklist } from '../../queries/periods/get-closing-checklist.ts'
import { listPeriods } from '../../queries/periods/list-periods.ts'
import { verifyLedger } from '../../queries/verify-ledger.ts'
import { endCommitment, reserveMoney } from '../steps/commitments.ts'
import { postJournal } from '../steps/post-journals.ts'
import { bookVoucher, cost, gift, openSampleBooks, typed, type SampleBooks } from '../steps/sample-books.ts'
import { draftVoucher } from '../vouchers/draft-voucher.ts'
import { discardVoucher } from '../vouchers/discard-voucher.ts'
import { closePeriod } from './close-period.ts'
import { openPeriod } from './open-period.ts'
import { reopenPeriod } from './reopen-period.ts'

describe('months of a set of books', () => {
  let city: TestCity
  let books: SampleBooks
  beforeAll(async () => {
    city = await openTestCity()
    books = await openSampleBooks(city, { startsMonth: 202511 })
  })
  afterAll(() => city.close())

  const refused = async (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code)
  const check = (month: number) => city.as('许会计', (context) => getClosingChecklist(context, { bookId: books.bookId, month }))
  const close = async (month: number, by: PersonName = '许会计') => {
    const { version } = await check(month)
    return city.as(by, (context) => closePeriod(context, { bookId: books.bookId, month, version }))
  }
  const reopen = async (month: number, by: PersonName = '施理事长') => {
    const { version } = await check(month)
    return city.as(by, (context) => reopenPeriod(context, { bookId: books.bookId, month, version, reason: '补记一张发票' }))
  }
  const netAssets = async () => {
    const { rows } = await city.owner.query<{ code: string; fen: number }>(`select a.code, -sum(p.amount_fen)::int as fen from ledger.postings p
      join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id where p.book_id = $1 group by a.code having sum(
        p.amount_fen) <> 0 order by a.code`,
    [books.bookId])
    return Object.fromEntries(rows.map(({ code, fen }) => [code, fen]))
  }

  it('is not closed while a voucher waits, with the check that fails', async () => {
    await bookVoucher(city, books, gift(books, books.schooling, 1000), '2025-11-03')
    await bookVoucher(city, books, gift(books, books.free, 500), '2025-11-04')
    await bookVoucher(city, books, cost(books, books.schooling, 300), '2025-11-05')
    const { id } = await city.as('许会计', (context) => draftVoucher(context, {
      bookId: books.bookId, datedOn: '2025-11-06', paperCount: 0, kind: 'ordinary', lines: typed(cost(books, books.free, 5)),
    }))
    await expect(close(202511)).rejects.toMatchObject({ code: 'CHECKS_FAILED', data: { failed: ['vouchers-open'] } })
    await city.as('许会计', (context) => discardVoucher(context, { id, version: 1 }))
  })

  it('is not closed while what another module posted stands in no voucher', async () => {
    const month = await openSampleBooks(city, { name: '第三账套', startsMonth: 202511 })
    await city.as('许会计', (context) => postJournal(context, {
      bookId: month.bookId, key: 'loose', datedOn: '2025-11-05', memo: '捐赠', lines: gift(month, month.free, 5), source: 'charity.gift',
    }))
    const asked = { bookId: month.bookId, month: 202511 }
    const { version, checks } = await city.as('许会计', (context) => getClosingChecklist(context, asked))
    expect(checks.filter(({ isFine }) => !isFine)).toEqual([{ name: 'journals-without-voucher', isFine: false, isBinding: true, count: 1 }])
    expect(await refused(city.as('许会计', (context) => closePeriod(context, { ...asked, version })))).toBe('CHECKS_FAILED')
  })

  it('releases what restricted funds paid for, opens the next month, and takes nothing more', async () => {
    expect(await check(202511)).toMatchObject({ releaseFen: 300, carryOverFen: null })
    await close(202511)
    expect(await netAssets()).toMatchObject({ 3101: 300, 3102: -300 })
    expect(await refused(bookVoucher(city, books, gift(books, books.free, 1), '2025-11-30'))).toBe('PERIOD_CLOSED')
    expect((await city.as('许会计', (context) => listPeriods(context, { bookId: books.bookId }))).items.map(({ month, status }) => [month, status]))
      .toEqual([[202512, 'open'], [202511, 'closed']])
    expect(await refused(close(202511))).toBe('PERIOD_CLOSED')
  })

  it('has what its closing posted by rule countersigned by a second person, never by who closed it; until then the next month is warned', async () => {
    const { rows: [made] } = await city.owner.query<{ id: string }>(`select id from ledger.vouchers where book_id = $1 and kind = 'release'`, [books.bookId])
    const id = made?.id ?? ''
    const of = async () => city.as('吕会计', (context) => getVoucher(context, { id }))
    const sign = async (by: PersonName) => city.as(by, async (context) =>
      countersignVoucher(context, { id, version: (await getVoucher(context, { id })).version }))
    const warned = async () => (await check(202512)).checks.find(({ name }) => name === 'rule-vouchers-countersigned')
    expect(await warned()).toEqual({ name: 'rule-vouchers-countersigned', count: 1, isFine: false, isBinding: false })
    expect((await of()).may.countersign).toBe(true)
    expect(await refused(sign('许会计'))).toBe('FORBIDDEN')
    await city.owner.query(`update ledger.vouchers set made_by = $2 where id = $1`, [id, await city.accountId('吕会计')])
    expect(await refused(sign('吕会计'))).toBe('SAME_PERSON')
    await city.owner.query(`update ledger.vouchers set made_by = $2 where id = $1`, [id, await city.accountId('许会计')])
    await sign('吕会计')
    expect(await of()).toMatchObject({ reviewedName: '吕会计', may: { countersign: false } })
    expect(await refused(sign('吕会计'))).toBe('WRONG_STATUS')
    expect(await warned()).toMatchObject({ isFine: true })
  })

  it('is opened one after the other', async () => {
    const open = (month: number, by: PersonName = '许会计') => city.as(by, (context) => openPeriod(context, { bookId: books.bookId, month }))
    expect(await refused(open(202602))).toBe('NOT_NEXT_MONTH')
    expect(await refused(open(202512))).toBe('PERIOD_EXISTS')
    expect(await refused(open(202601, '吕会计'))).toBe('FORBIDDEN')
    await open(202601)
  })

  it('is closed only after the months before it', async () => {
    await expect(close(202601)).rejects.toMatchObject({ code: 'CHECKS_FAILED', data: { failed: ['earlier-month-open'] } })
  })

  it('closes a year only when nothing of it is promised any more, and carries income and cost over by restriction', async () => {
    await bookVoucher(city, books, cost(books, books.free, 120), '2025-12-08')
    await bookVoucher(city, books, cost(books, books.schooling, 200), '2025-12-09')
    const commitment = await city.as('许会计', (context) =>
      reserveMoney(context, { bookId: books.bookId, fundId: books.schooling, label: '助学', amountFen: 50 }))
    await expect(close(202512)).rejects.toMatchObject({ code: 'CHECKS_FAILED', data: { failed: ['commitments-open'] } })
    await city.as('许会计', (context) => endCommitment(context, { bookId: books.bookId, id: commitment, as: 'released' }))
    expect(await check(202512)).toMatchObject({ releaseFen: 200, carryOverFen: 880 })
    await close(202512)
    // 限定: 1000 given, 500 spent and released. 非限定: 500 given and 500 released, 620 spent.
    expect(await netAssets()).toEqual({ 1002: -880, 3101: 380, 3102: 500 })
    const funds = (await city.as('许会计', (context) => listFunds(context, { bookId: books.bookId }))).items
    expect(funds.find(({ id }) => id === books.schooling)).toMatchObject({ balanceFen: 500 })
  })

  it('is opened again by the head alone, with a reason on record, the last closed one only; closing it again posts the difference', async () => {
    expect(await refused(reopen(202512, '许会计'))).toBe('FORBIDDEN')
    expect(await refused(reopen(202511))).toBe('NOT_LAST_CLOSED')
    await reopen(202512)
    expect(await refused(reopen(202512))).toBe('PERIOD_OPEN')
    await bookVoucher(city, books, cost(books, books.schooling, 40), '2025-12-20')
    await bookVoucher(city, books, gift(books, books.free, 10), '2025-12-20')
    await close(202512)
    expect(await netAssets()).toEqual({ 1002: -850, 3101: 390, 3102: 460 })
    const [, december] = (await city.as('许会计', (context) => listPeriods(context, { bookId: books.bookId }))).items
    expect(december?.changes.map(({ change, reason }) => [change, reason])).toEqual([['closed', null], ['reopened', '补记一张发票'], ['closed', null]])
  })

  it('frees money restricted by time with the month in which its day comes', async () => {
    const later = await openSampleBooks(city, { name: '时间账套', startsMonth: 202606 })
    await city.as('许会计', (context) => postJournal(context, {
      bookId: later.bookId, key: 'time', datedOn: '2026-06-02', memo: '捐赠', lines: gift(later, later.later, 700), source: 'charity.gift',
    }))
    expect(await city.as('许会计', (context) => getClosingChecklist(context, { bookId: later.bookId, month: 202606 }))).toMatchObject({ releaseFen: 700 })
  })

  it('leaves every invariant true', async () => {
    expect((await city.as('许会计', (context) => verifyLedger(context))).broken).toEqual([])
  })
})
