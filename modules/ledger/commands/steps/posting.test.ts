import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { foldPostings } from '../../jobs/fold-postings.ts'
import { sumBalances } from '../../queries/balances.ts'
import { listFunds } from '../../queries/books/list-funds.ts'
import { verifyLedger } from '../../queries/verify-ledger.ts'
import { updateAccount } from '../books/update-account.ts'
import { updateFund } from '../books/update-fund.ts'
import { endCommitment, reserveMoney } from './commitments.ts'
import type { JournalRequest } from './journal-request.ts'
import { postJournal, postJournals } from './post-journals.ts'
import { reverseJournal } from './reverse-journal.ts'
import { cost, gift, line, openSampleBooks, type SampleBooks } from './sample-books.ts'

const day = '2026-03-10'

describe('what becomes a journal', () => {
  let city: TestCity
  let books: SampleBooks
  let count = 0
  beforeAll(async () => {
    city = await openTestCity()
    books = await openSampleBooks(city)
  })
  afterAll(() => city.close())

  const post = (request: Partial<JournalRequest> & { bookId?: string }, by: PersonName = '许会计') => city.as(by, (context) => postJournal(context, {
    bookId: books.bookId, key: `test:${count++}`, datedOn: day, memo: '试', lines: [], source: 'test', ...request,
  }))
  const refused = async (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code)
  const fundOf = async (id: string) => (await city.as('许会计', (context) => listFunds(context, { bookId: books.bookId }))).items.find((fund) => fund.id === id)
  const reserve = (fundId: string, amountFen: number, expiresOn?: string) => city.as('许会计', (context) =>
    reserveMoney(context, { bookId: books.bookId, fundId, label: '试', amountFen, ...expiresOn === undefined ? {} : { expiresOn } }))

  it('stands in the books with its lines, and every balance follows at once, before and after folding', async () => {
    await post({ lines: gift(books, books.free, 5000) })
    const bank = async () => (await city.as('许会计', (context) => sumBalances(context, { bookId: books.bookId, untilMonth: 202603, by: ['account_id'] })))
      .find(({ accountId }) => accountId === books.account('1002'))
    const before = await bank()
    expect(before).toMatchObject({ debitFen: 5000, creditFen: 0 })
    await city.settled()
    expect(await city.as('许会计', () => Promise.resolve(0))).toBe(0)
    await city.settled()
    expect(await asWorker(city, (run) => run((context) => foldPostings(context)))).toBe(2)
    expect(await bank()).toEqual(before)
    await post({ lines: gift(books, books.free, 5) })
    expect(await bank()).toMatchObject({ debitFen: 5005, creditFen: 0 })
  })

  it('is refused when debit and credit differ, with the difference', async () => {
    await expect(post({ lines: [line(books.account('1002'), 100), line(books.account('4101'), -99)] }))
      .rejects.toMatchObject({ code: 'UNBALANCED', data: { differenceFen: 1 } })
  })

  it('is refused with one line or none', async () => {
    expect(await refused(post({ lines: [line(books.account('1002'), 100)] }))).toBe('TOO_FEW_LINES')
    expect(await refused(post({ lines: [] }))).toBe('TOO_FEW_LINES')
  })

  it('is refused with a line of nothing', async () => {
    await expect(post({ lines: [line(books.account('1002'), 100), line(books.account('1001'), 0), line(books.account('4101'), -100)] }))
      .rejects.toMatchObject({ code: 'ZERO_AMOUNT', data: { seq: 2 } })
  })

  it('is posted once under a key, however often it is sent, and another body under the key is refused', async () => {
    const request = { key: 'gift:1', lines: gift(books, books.free, 300) }
    const first = await post(request)
    expect(await post(request)).toEqual({ id: first.id, isReplay: true })
    expect(await refused(post({ ...request, lines: gift(books, books.free, 301) }))).toBe('KEY_REUSED')
  })

  it('is posted once when the same is sent by many at the same moment', async () => {
    const request = { key: 'gift:many', lines: gift(books, books.free, 10) }
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(request)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  })

  it('is refused on an account of other books, of nobody, or that only adds up', async () => {
    const other = await openSampleBooks(city, { name: '另一账套' })
    expect(await refused(post({ lines: gift(other, books.free, 100) }))).toBe('NOT_OF_THESE_BOOKS')
    expect(await refused(post({ lines: gift(books, other.free, 100) }))).toBe('NOT_OF_THESE_BOOKS')
    expect(await refused(post({ lines: [line('019f0000-0000-7000-8000-000000000000', 1), line(books.account('1002'), -1)] }))).toBe('NOT_OF_THESE_BOOKS')
  })

  it('is refused in books of another range and for a person of another range', async () => {
    expect(await refused(post({ lines: gift(books, books.free, 100) }, '曹会计'))).toBe('NOT_FOUND')
  })

  it('is refused on an account that is closed', async () => {
    const id = books.account('2401')
    await city.as('许会计', (context) => updateAccount(context, { bookId: books.bookId, id, version: 1, name: '预计负债', isClosed: true }))
    expect(await refused(post({ datedOn: '2026-03-20', lines: [line(books.account('1002'), 5), line(id, -5)] }))).toBe('ACCOUNT_CLOSED')
    // Dated back it would leave something in an account that was closed because it was empty.
    expect(await refused(post({ datedOn: '2026-03-02', lines: [line(books.account('1002'), 5), line(id, -5)] }))).toBe('ACCOUNT_CLOSED')
  })

  it('is refused in a month that was never opened', async () => {
    expect(await refused(post({ datedOn: '2026-05-02', lines: gift(books, books.free, 5) }))).toBe('PERIOD_MISSING')
  })

  it('is refused on restricted net assets without a restricted fund', async () => {
    expect(await refused(post({ lines: [line(books.account('1002'), 5), line(books.account('3102'), -5, books.free)] }))).toBe('FUND_NEEDED')
  })

  it('never spends more of a restricted fund than it holds', async () => {
    await post({ lines: gift(books, books.schooling, 1000) })
    await expect(post({ lines: cost(books, books.schooling, 1001) })).rejects.toMatchObject({ code: 'FUND_EXCEEDED', data: { freeFen: 1000 } })
    await post({ lines: cost(books, books.schooling, 400) })
    expect(await fundOf(books.schooling)).toMatchObject({ balanceFen: 600, reservedFen: 0 })
  })

  it('never spends money restricted by time before its day', async () => {
    await post({ lines: gift(books, books.later, 1000) })
    expect(await refused(post({ lines: cost(books, books.later, 1) }))).toBe('FUND_NOT_YET')
  })

  it('is refused on a fund that is closed', async () => {
    await city.as('许会计', (context) => updateFund(context, { bookId: books.bookId, id: books.free, version: 1, name: '资金01', isClosed: true }))
    expect(await refused(post({ lines: gift(books, books.free, 5) }))).toBe('FUND_CLOSED')
    await city.as('许会计', (context) => updateFund(context, { bookId: books.bookId, id: books.free, version: 2, name: '资金01', isClosed: false }))
  })

  it('leaves what is promised of a fund alone, and pays a commitment in parts until it is used up', async () => {
    const commitmentId = await reserve(books.schooling, 500)
    expect(await refused(post({ lines: cost(books, books.schooling, 101) }))).toBe('FUND_EXCEEDED')
    expect(await refused(reserve(books.schooling, 101))).toBe('FUND_EXCEEDED')
    expect(await refused(post({ commitmentId, lines: gift(books, books.free, 5) }))).toBe('COMMITMENT_UNUSED')
    await post({ commitmentId, lines: cost(books, books.schooling, 200) })
    await expect(post({ commitmentId, lines: cost(books, books.schooling, 301) })).rejects.toMatchObject({ code: 'COMMITMENT_EXCEEDED',
      data: { leftFen: 300 } })
    const { id } = await post({ commitmentId, lines: cost(books, books.schooling, 300) })
    expect(await refused(post({ commitmentId, lines: cost(books, books.schooling, 1) }))).toBe('COMMITMENT_PAID')
    expect(await fundOf(books.schooling)).toMatchObject({ balanceFen: 100, reservedFen: 0 })
    await city.as('许会计', (context) => reverseJournal(context, { bookId: books.bookId, journalId: id, key: 'back', datedOn: day, memo: '冲', source: 'test' }))
    expect(await fundOf(books.schooling)).toMatchObject({ balanceFen: 400, reservedFen: 300 })
    await city.as('许会计', (context) => endCommitment(context, { bookId: books.bookId, id: commitmentId, as: 'released', reason: '不办了' }))
    expect(await refused(post({ commitmentId, lines: cost(books, books.schooling, 1) }))).toBe('COMMITMENT_RELEASED')
    expect(await fundOf(books.schooling)).toMatchObject({ balanceFen: 400, reservedFen: 0 })
  })

  it('pays no commitment after its last day', async () => {
    const commitmentId = await reserve(books.schooling, 50, '2026-03-09')
    expect(await refused(post({ commitmentId, lines: cost(books, books.schooling, 1) }))).toBe('COMMITMENT_EXPIRED')
    await city.as('许会计', (context) => endCommitment(context, { bookId: books.bookId, id: commitmentId, as: 'expired' }))
    expect(await refused(post({ commitmentId, lines: cost(books, books.schooling, 1) }))).toBe('COMMITMENT_EXPIRED')
  })

  it('is reversed line by line in red letters, once, and the reversal is not reversed', async () => {
    const { id } = await post({ lines: gift(books, books.free, 77) })
    const reverse = (journalId: string, key: string) => city.as('许会计', (context) =>
      reverseJournal(context, { bookId: books.bookId, journalId, key, datedOn: day, memo: '冲销', source: 'test' }))
    const reversal = await reverse(id, 'r1')
    expect(await reverse(id, 'r1')).toEqual({ id: reversal.id, isReplay: true })
    expect(await refused(reverse(id, 'r2'))).toBe('REVERSED_BEFORE')
    expect(await refused(reverse(reversal.id, 'r3'))).toBe('REVERSAL_OF_REVERSAL')
    const { rows } = await city.owner.query('select side, amount_fen::int as fen from ledger.postings where journal_id = $1 order by seq', [reversal.id])
    expect(rows).toEqual([{ side: 'debit', fen: -77 }, { side: 'credit', fen: 77 }])
  })

  it('does not take back a gift that is spent already', async () => {
    const { id } = await post({ lines: gift(books, books.schooling, 50_000) })
    await post({ lines: cost(books, books.schooling, 49_900) })
    expect(await refused(city.as('许会计', (context) =>
      reverseJournal(context, { bookId: books.bookId, journalId: id, key: 'refund', datedOn: day, memo: '退', source: 'test' })))).toBe('FUND_EXCEEDED')
  })

  it('comes together with others, or none of them comes', async () => {
    const requests = [gift(books, books.free, 11), cost(books, books.schooling, 9_999_999)].map((lines, index) => ({
      key: `batch:${index}`, datedOn: day, memo: '试', lines, source: 'test',
    }))
    expect(await refused(city.as('许会计', (context) => postJournals(context, { bookId: books.bookId, requests })))).toBe('FUND_EXCEEDED')
    expect((await city.owner.query(`select 1 from ledger.journals where idempotency_key = 'batch:0'`)).rows).toEqual([])
  })

  it('is never changed, lengthened, deleted or left out of balance, even by the program itself', async () => {
    const { id } = await post({ lines: gift(books, books.free, 5) })
    const sqlOf = (text: string, values: unknown[]) => city.as('许会计', async ({ tx }) => {
      const { CompiledQuery } = await import('kysely')
      await tx.executeQuery(CompiledQuery.raw(text, values))
    })
    for (const text of ['update ledger.postings set amount_fen = 1 where journal_id = $1', 'delete from ledger.postings where journal_id = $1',
      'update ledger.journals set memo = memo where id = $1', 'delete from ledger.journals where id = $1']) {
      await expect(sqlOf(text, [id]), text).rejects.toThrow(/permission denied/)
    }
    const copy = `insert into ledger.postings (city_id, journal_id, seq, scope_code, book_id, month, dated_on, kind, account_id, side, amount_fen, memo,
      restriction, epoch)
      select city_id, journal_id, seq + 10, scope_code, book_id, month, dated_on, kind, account_id, side, amount_fen, memo, restriction, epoch
        from ledger.postings where journal_id = $1`
    await expect(sqlOf(copy, [id])).rejects.toThrow(/only with the journal itself/)
    const lone = `insert into ledger.journals (city_id, id, scope_code, book_id, month, dated_on, kind, memo, idempotency_key, request_hash, line_count,
      source, posted_name,
      posted_at) select city_id, gen_random_uuid(), scope_code, book_id, month, dated_on, kind, memo, 'lone', request_hash, 2, source, posted_name, posted_at
        from ledger.journals where id = $1`
    await expect(sqlOf(lone, [id])).rejects.toThrow(/lines/)
  })

  it('has lines of its own only, of known kinds and in a month of its books, whoever writes it', async () => {
    const { id } = await post({ lines: gift(books, books.free, 6) })
    const stray = `insert into ledger.postings (city_id, journal_id, seq, scope_code, book_id, month, dated_on, kind, account_id, side, amount_fen, memo,
      restriction, epoch)
      select city_id, gen_random_uuid(), seq, scope_code, book_id, month, dated_on, kind, account_id, side, amount_fen, memo, restriction, epoch
        from ledger.postings where journal_id = $1`
    await expect(city.owner.query(stray, [id])).rejects.toThrow(/only with the journal itself/)
    /** The same journal once more, some of its fields another. */
    const again = (changed: { month?: string; datedOn?: string; kind?: string; count?: string; line?: string }) => {
      const { month = 'month', datedOn = 'dated_on', kind = 'kind', count = 'line_count', line = '' } = changed
      const columns = 'side, amount_fen, restriction, cost_class, project_id'
      const fields = line === '' ? columns : columns.replace(line.split(' as ')[1] ?? '', line)
      return city.owner.query(`with j as (insert into ledger.journals (city_id, id, scope_code, book_id, month, dated_on, kind, memo, idempotency_key,
          request_hash, line_count, source, posted_name, posted_at)
          select city_id, gen_random_uuid(), scope_code, book_id, ${month}, ${datedOn}, ${kind}, memo, gen_random_uuid(), request_hash, ${count}, source,
              posted_name, posted_at
            from ledger.journals where id = $1 returning *)
        insert into ledger.postings (city_id, journal_id, seq, scope_code, book_id, month, dated_on, kind, account_id, memo, fund_id, epoch, ${columns})
        select p.city_id, j.id, p.seq, p.scope_code, p.book_id, j.month, j.dated_on, j.kind, p.account_id, p.memo, p.fund_id, p.epoch, ${
        fields.split(', ').map((field) => (/^\w+$/.test(field) ? `p.${field}` : field)).join(', ')} from ledger.postings p, j where p.journal_id = $1`, [id])
    }
    await expect(again({})).resolves.toMatchObject({ rowCount: 2 })
    await expect(again({ month: '199901', datedOn: "date '1999-01-05'" })).rejects.toThrow(/a month that its books do not have/)
    await expect(again({ datedOn: "date '1999-01-05'" })).rejects.toThrow(/a month that its books do not have/)
    await expect(again({ kind: "'odd'" })).rejects.toThrow(/no known kind/)
    await expect(again({ count: '1' })).rejects.toThrow(/fewer than two lines/)
    await expect(again({ line: '0 as amount_fen' })).rejects.toThrow(/moves nothing/)
    for (const line of ["'left' as side", "'some' as restriction", "'odd' as cost_class", 'gen_random_uuid() as project_id']) {
      await expect(again({ line }), line).rejects.toThrow(/that is none/)
    }
  })

  it('leaves every invariant true, and the list of them finds what is broken by hand', async () => {
    const verify = () => city.as('许会计', (context) => verifyLedger(context))
    expect((await verify()).broken).toEqual([])
    await city.owner.query('update ledger.fund_balances set balance_fen = balance_fen + 1 where fund_id = $1', [books.schooling])
    expect((await verify()).broken.map(({ name }) => name)).toEqual(['fund-agrees-with-postings'])
    await city.owner.query('update ledger.fund_balances set balance_fen = balance_fen - 1 where fund_id = $1', [books.schooling])
  })
})
