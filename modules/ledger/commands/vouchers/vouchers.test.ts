import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerModule } from '../../module.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { getVoucher } from '../../queries/vouchers/get-voucher.ts'
import { listVouchers } from '../../queries/vouchers/list-vouchers.ts'
import { verifyLedger } from '../../queries/verify-ledger.ts'
import type { VoucherFilters } from '../../contract.ts'
import { newId } from '#platform/crypto/id.ts'
import { listProjectNames } from '../../queries/vouchers/list-project-names.ts'
import { nameProjects } from '../steps/name-project.ts'
import { postJournal } from '../steps/post-journals.ts'
import { bookVoucher, cost, gift, line, openSampleBooks, passVoucher, typed, type SampleBooks } from '../steps/sample-books.ts'
import { attachPaper } from './attach-paper.ts'
import { countersignVoucher } from './countersign-voucher.ts'
import { discardVoucher } from './discard-voucher.ts'
import { draftVoucher } from './draft-voucher.ts'
import { gatherVoucher } from './gather-voucher.ts'
import { postVoucher } from './post-voucher.ts'
import { removePaper } from './remove-paper.ts'
import { returnVoucher } from './return-voucher.ts'
import { reverseVoucher } from './reverse-voucher.ts'
import { reviewVoucher } from './review-voucher.ts'
import { submitVoucher } from './submit-voucher.ts'
import { updateVoucher } from './update-voucher.ts'

describe('a voucher', () => {
  let city: TestCity
  let books: SampleBooks
  beforeAll(async () => {
    city = await openTestCity()
    books = await openSampleBooks(city)
  })
  afterAll(() => city.close())

  const refused = async (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code)
  const draft = (lines = gift(books, books.free, 1200), by: PersonName = '许会计', more: object = {}) => city.as(by, (context) => draftVoucher(context, {
    bookId: books.bookId, datedOn: '2026-03-10', paperCount: 2, kind: 'ordinary', lines: typed(lines), ...more,
  }))
  const look = (id: string, by: PersonName = '许会计') => city.as(by, (context) => getVoucher(context, { id }))
  const list = (more: Partial<VoucherFilters> = {}, by: PersonName = '许会计') =>
    city.as(by, (context) => listVouchers(context, { bookId: books.bookId, limit: 50, ...more }))
  const submit = (id: string, version = 1, by: PersonName = '许会计') => city.as(by, (context) => submitVoucher(context, { id, version }))
  const review = (id: string, version = 2, by: PersonName = '吕会计') => city.as(by, (context) => reviewVoucher(context, { id, version }))
  const post = (id: string, version = 3, by: PersonName = '何会计') => city.as(by, (context) => postVoucher(context, { id, version }))

  it('is made, reviewed and posted by three people, and gets the next number of its month when it is posted', async () => {
    const { id } = await draft()
    expect(await look(id)).toMatchObject({ status: 'draft', number: null, totalFen: 1200, paperCount: 2, madeName: '许会计' })
    await submit(id)
    await review(id)
    const { number } = await post(id)
    expect(await look(id)).toMatchObject({ status: 'posted', number, reviewedName: '吕会计', postedName: '何会计' })
    expect((await bookVoucher(city, books, gift(books, books.free, 1))).number).toBe(number + 1)
  })

  it('names a project out of the list of the books; one that ended stays where it was named before', async () => {
    const [open, ended] = [newId(), newId()]
    const { rows: [book] } = await city.owner.query<{ scope: string }>('select scope_code::text as scope from ledger.books where id = $1', [books.bookId])
    const tell = (isOpen: boolean) => city.as('许会计', (context) => nameProjects(context, [
      { id: open, bookId: books.bookId, scopeCode: book?.scope ?? '', label: '助学项目', isOpen },
      { id: ended, bookId: books.bookId, scopeCode: book?.scope ?? '', label: '旧项目', isOpen: false }]))
    await tell(true)
    expect(await city.as('许会计', (context) => listProjectNames(context, { bookId: books.bookId }))).toEqual({ items: [{ id: open, label: '助学项目' }] })
    const lines = (projectId: string) => typed(gift(books, books.free, 5)).map((each) => ({ ...each, projectId }))
    const of = { bookId: books.bookId, datedOn: '2026-03-10', paperCount: 0, kind: 'ordinary' as const }
    expect(await refused(city.as('许会计', (context) => draftVoucher(context, { ...of, lines: lines(ended) })))).toBe('PROJECT_ENDED')
    const { id } = await city.as('许会计', (context) => draftVoucher(context, { ...of, lines: lines(open) }))
    await tell(false)
    await city.as('许会计', (context) => updateVoucher(context, { ...of, id, version: 1, lines: lines(open) }))
    await passVoucher(city, id, 2)
    expect((await look(id)).lines.map(({ projectLabel }) => projectLabel)).toEqual(['助学项目', '助学项目'])
    const { rows } = await city.owner.query('select 1 from ledger.postings where project_id = $1', [open])
    expect(rows).toHaveLength(2)
  })

  it('is countersigned only where a closing made it by rule', async () => {
    const { id } = await draft()
    await passVoucher(city, id)
    expect((await look(id, '吕会计')).may.countersign).toBe(false)
    expect(await refused(city.as('吕会计', (context) => countersignVoucher(context, { id, version: 4 })))).toBe('WRONG_STATUS')
  })

  it('is not posted by who made it', async () => {
    const { id } = await draft()
    await submit(id)
    await review(id)
    expect((await look(id)).may.post).toBe(false)
    expect(await refused(post(id, 3, '许会计'))).toBe('SAME_PERSON')
    expect((await look(id, '何会计')).may.post).toBe(true)
    expect(await refused(post(id, 3, '施理事长'))).toBe('done')
  })

  it('belongs to who changed it last', async () => {
    const { id } = await draft()
    await city.as('何会计', (context) => updateVoucher(context, {
      id, version: 1, datedOn: '2026-03-11', paperCount: 0, kind: 'ordinary', lines: typed(gift(books, books.free, 7)),
    }))
    expect(await look(id)).toMatchObject({ madeName: '何会计', totalFen: 7, datedOn: '2026-03-11' })
    await submit(id, 2, '何会计')
    await review(id, 3)
    expect(await refused(post(id, 4, '何会计'))).toBe('SAME_PERSON')
  })

  it('is reviewed by a reviewer alone, and made by accountants alone', async () => {
    const { id } = await draft()
    await submit(id)
    for (const by of ['许会计', '张出纳', '施理事长', '孔会计师', '陈主任'] as const) expect(await refused(review(id, 2, by)), by).toBe('FORBIDDEN')
    for (const by of ['吕会计', '张出纳', '施理事长', '孔会计师', '陈主任'] as const) expect(await refused(draft(undefined, by)), by).toBe('FORBIDDEN')
  })

  it('may stand unfinished as a draft and is refused when it is submitted out of balance or empty', async () => {
    const { id } = await draft([line(books.account('1002'), 100), line(books.account('4101'), -90)])
    expect(await refused(submit(id))).toBe('UNBALANCED')
    expect(await refused(submit((await draft([])).id))).toBe('TOO_FEW_LINES')
  })

  it('is given back with a reason, is written anew and goes the whole way again', async () => {
    const { id } = await draft()
    await submit(id)
    await city.as('吕会计', (context) => returnVoucher(context, { id, version: 2, reason: '附件不全' }))
    expect(await look(id)).toMatchObject({ status: 'draft', returnReason: '附件不全' })
    await submit(id, 3)
    await review(id, 4)
    expect(await refused(city.as('吕会计', (context) => returnVoucher(context, { id, version: 5, reason: '再看' })))).toBe('FORBIDDEN')
    await city.as('何会计', (context) => returnVoucher(context, { id, version: 5, reason: '科目不对' }))
    expect(await look(id)).toMatchObject({ status: 'draft', reviewedName: null })
  })

  it('is refused where it stood a moment ago, and a stale save is told', async () => {
    const { id } = await draft()
    await submit(id)
    expect(await refused(submit(id, 2))).toBe('WRONG_STATUS')
    expect(await refused(review(id, 1))).toBe('STALE')
  })

  it('is not found by another county, and not by an auditor to whom the books were not opened', async () => {
    const { id } = await draft()
    expect(await refused(look(id, '曹会计'))).toBe('NOT_FOUND')
    expect(await refused(look(id, '孔会计师'))).toBe('NOT_FOUND')
  })

  it('is thrown away only as a draft, and takes no number with it', async () => {
    const { id } = await draft()
    await city.as('许会计', (context) => discardVoucher(context, { id, version: 1 }))
    expect((await list()).items.some((item) => item.id === id)).toBe(false)
    expect(await refused(submit(id, 2))).toBe('WRONG_STATUS')
  })

  it('is reversed in red letters by a voucher of its own, once; the reversal is not reversed', async () => {
    const { id } = await draft(gift(books, books.schooling, 900))
    await passVoucher(city, id)
    const reverse = (of: string, version: number) =>
      city.as('许会计', (context) => reverseVoucher(context, { id: of, version, datedOn: '2026-03-12', reason: '重复记账' }))
    const reversal = await reverse(id, 4)
    expect((await look(reversal.id)).lines.map(({ side, amountFen }) => [side, amountFen])).toEqual([['debit', -900], ['credit', 900]])
    expect(await refused(reverse(id, 4))).toBe('REVERSED_BEFORE')
    expect(await refused(city.as('许会计', (context) => updateVoucher(context, {
      id: reversal.id, version: 1, datedOn: '2026-03-12', paperCount: 0, kind: 'ordinary', lines: [],
    })))).toBe('LINES_FIXED')
    await passVoucher(city, reversal.id)
    expect(await refused(reverse(reversal.id, 4))).toBe('REVERSAL_OF_REVERSAL')
    expect(await look(id)).toMatchObject({ isReversed: true, reversedById: reversal.id })
  })

  it('enters opening balances in the first month alone', async () => {
    const lines = [line(books.account('1001'), 500), line(books.account('3101'), -500)]
    const { id } = await draft(lines, '许会计', { kind: 'opening', datedOn: '2026-03-01' })
    await passVoucher(city, id)
    expect(await refused(draft(lines, '许会计', { kind: 'opening', datedOn: '2026-04-01' }))).toBe('OPENING_MONTH')
  })

  it('cannot be begun in a month that is not open, nor on accounts of other books', async () => {
    expect(await refused(draft(undefined, '许会计', { datedOn: '2026-07-01' }))).toBe('PERIOD_MISSING')
    const other = await openSampleBooks(city, { name: '别的账套' })
    expect(await refused(draft(gift(other, books.free, 1)))).toBe('NOT_OF_THESE_BOOKS')
  })

  it('gathers what other modules posted, once; thrown away, it lets go of it', async () => {
    for (const fen of [100, 250]) {
      await city.as('许会计', (context) => postJournal(context, {
        bookId: books.bookId, key: `charity:${fen}`, datedOn: '2026-03-05', memo: '捐赠', lines: gift(books, books.free, fen), source: 'charity.gift',
      }))
    }
    const gather = () => city.as('许会计', (context) => gatherVoucher(context, { bookId: books.bookId, month: 202603 }))
    const first = await gather()
    expect((await look(first.id)).lines.map(({ accountCode, amountFen }) => [accountCode, amountFen])).toEqual([['1002', 350], ['4101', -350]])
    expect(await refused(gather())).toBe('NOTHING_TO_GATHER')
    await city.as('许会计', (context) => discardVoucher(context, { id: first.id, version: 1 }))
    const again = await gather()
    const { number } = await passVoucher(city, again.id)
    expect(number).toBeGreaterThan(0)
    expect(await refused(city.as('许会计', (context) => reverseVoucher(context, { id: again.id, version: 4, datedOn: '2026-03-31',
      reason: '试' })))).toBe('GATHERED')
  })

  it('has papers that are sealed on the disk, come late, and leave only before the review', async () => {
    const { id } = await draft()
    const png = new File([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')], 'x.exe')
    const paper = await city.as('张出纳', (context) => attachPaper(context, { id, title: '发票', file: png }))
    expect((await look(id)).papers).toEqual([{ id: paper.id, title: '发票', extension: 'png' }])
    const server = await city.serve([ledgerModule])
    const openAs = async (name: PersonName, url: string) => server.inject({ url: `/api${url}`, headers: { cookie: await city.cookieOf(name) } })
    const url = `/vouchers/paper?id=${id}&paperId=${paper.id}`
    expect((await openAs('吕会计', url)).rawPayload).toEqual(Buffer.from(await png.arrayBuffer()))
    expect((await Promise.all((['曹会计', '孔会计师', '陈主任'] as const).map((name) => openAs(name, url)))).map(({ statusCode }) => statusCode)).toEqual([404, 404, 403])
    expect(await refused(city.as('张出纳', (context) => attachPaper(context, { id, title: '表', file: new File(['abc'], 'a.png') })))).toBe('INVALID_INPUT')
    await city.as('张出纳', (context) => removePaper(context, { id, paperId: paper.id }))
    expect((await look(id)).papers).toEqual([])
    await passVoucher(city, id)
    const late = await city.as('张出纳', (context) => attachPaper(context, { id, title: '回单', file: png }))
    expect(await refused(city.as('张出纳', (context) => removePaper(context, { id, paperId: late.id })))).toBe('WRONG_STATUS')
  })

  it('is found by number, by words, by account, by month and by status, page by page', async () => {
    expect((await list({ q: '1' })).items.map(({ number }) => number)).toEqual([1])
    expect((await list({ q: '汇总业务' })).items).toHaveLength(1)
    expect((await list({ status: 'submitted' })).items.every(({ status }) => status === 'submitted')).toBe(true)
    expect((await list({ month: 202604 })).items).toEqual([])
    expect((await list({ accountId: books.account('1001') })).items).toHaveLength(1)
    const all = await list()
    const pages: string[] = []
    for (let after: string | undefined; ;) {
      const page = await list({ limit: 3, ...after === undefined ? {} : { after } })
      pages.push(...page.items.map(({ id }) => id))
      if (page.next === null) break
      after = page.next
    }
    expect(pages).toEqual(all.items.map(({ id }) => id))
  })

  it('with many posted at once leaves no gap in the numbers', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, async () => {
      const { id } = await draft(cost(books, books.free, 10))
      await submit(id)
      await review(id)
      return id
    }))
    const numbers = await Promise.all(ids.map((id) => post(id)))
    const sorted = numbers.map(({ number }) => number).toSorted((one, other) => one - other)
    expect(sorted.map((number, index) => number - index)).toEqual(sorted.map(() => sorted[0]))
    expect((await city.as('许会计', (context) => verifyLedger(context))).broken).toEqual([])
  })
})
