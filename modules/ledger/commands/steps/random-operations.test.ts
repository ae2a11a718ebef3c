import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { asWorker } from '#platform/jobs/inline.ts'
import type { Context } from '#platform/http/context.ts'
import { foldPostings } from '../../jobs/fold-postings.ts'
import { verifyLedger } from '../../queries/verify-ledger.ts'
import { endCommitment, reserveMoney } from './commitments.ts'
import type { JournalRequest } from './journal-request.ts'
import { postJournals } from './post-journals.ts'
import { reverseJournal } from './reverse-journal.ts'
import { cost, gift, openSampleBooks, type SampleBooks } from './sample-books.ts'

/** How many operations; the long test asks for a million. */
const operations = Number(process.env['XINHUO_LEDGER_OPERATIONS'] ?? 4_000)
const batch = 200

/** The same numbers in the same order each time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What the books should say, kept by the simplest means: a sum for each fund. */
type Model = { balance: Map<string, number>; reserved: Map<string, number> }

describe('any order of operations', { timeout: Math.max(120_000, operations * 6) }, () => {
  let city: TestCity
  let books: SampleBooks
  const random = chance(20_260_316)
  const model: Model = { balance: new Map(), reserved: new Map() }
  beforeAll(async () => {
    city = await openTestCity()
    books = await openSampleBooks(city)
    await city.owner.query(`update ledger.funds set usable_from = '2026-01-01' where id = $1`, [books.later])
  })
  afterAll(() => city.close())

  const free = (fund: string) => (model.balance.get(fund) ?? 0) - (model.reserved.get(fund) ?? 0)
  const move = (kept: Map<string, number>, fund: string, fen: number) => kept.set(fund, (kept.get(fund) ?? 0) + fen)
  const restricted = () => [books.schooling, books.later]
  const refused = async (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code)
  const inBooks = <T>(work: (context: Context) => Promise<T>) => city.as('许会计', work)

  /** Gifts and costs, some sent twice; what the model says does not reach is left out. */
  function randomJournals(round: number): JournalRequest[] {
    const requests: JournalRequest[] = []
    for (let at = 0; at < batch; at++) {
      const fund = [books.free, ...restricted()][Math.floor(random() * 3)] ?? books.free
      const fen = 1 + Math.floor(random() * 500)
      const isGift = random() < 0.6 || (fund !== books.free && free(fund) < fen)
      if (fund !== books.free) move(model.balance, fund, isGift ? fen : -fen)
      const request = {
        key: `${round}:${at}`, datedOn: '2026-03-10', memo: isGift ? '捐赠' : '支出', lines: isGift ? gift(books, fund, fen) : cost(books, fund, fen),
          source: 'test',
      }
      requests.push(request)
    }
    return requests
  }

  /** A promise paid in part, a payment taken back, a promise given up, more than there is, a replay. */
  async function oneByOne(round: number, sent: readonly JournalRequest[]): Promise<void> {
    const [fund = ''] = restricted().toSorted(() => random() - 0.5)
    const of = { bookId: books.bookId, fundId: fund, label: '试' }
    expect(await refused(inBooks((context) => reserveMoney(context, { ...of, amountFen: free(fund) + 1 })))).toBe('FUND_EXCEEDED')
    if (free(fund) < 10) return
    const commitmentId = await inBooks((context) => reserveMoney(context, { ...of, amountFen: 10 }))
    const pay = { key: `pay:${round}`, datedOn: '2026-03-11', memo: '付', lines: cost(books, fund, 4), source: 'test', commitmentId }
    const [paid] = await inBooks((context) => postJournals(context, { bookId: books.bookId, requests: [pay] }))
    move(model.balance, fund, -4)
    const isReversed = random() < 0.5
    if (isReversed) {
      await inBooks((context) => reverseJournal(context, {
        bookId: books.bookId, journalId: paid?.id ?? '', key: `back:${round}`, datedOn: '2026-03-12', memo: '冲', source: 'test',
      }))
      move(model.balance, fund, 4)
    }
    if (random() < 0.7) await inBooks((context) => endCommitment(context, { bookId: books.bookId, id: commitmentId, as: 'released' }))
    else move(model.reserved, fund, isReversed ? 10 : 6)
    const again = await inBooks((context) => postJournals(context, { bookId: books.bookId, requests: sent.slice(0, 3) }))
    expect(again.every(({ isReplay }) => isReplay)).toBe(true)
  }

  it('leaves every invariant true and every fund at what a simple sum says', async () => {
    for (let round = 0; round * batch < operations; round++) {
      const requests = randomJournals(round)
      await inBooks((context) => postJournals(context, { bookId: books.bookId, requests }))
      await oneByOne(round, requests)
      if (round % 20 === 10) await asWorker(city, (run) => run((context) => foldPostings(context)))
    }
    const { rows } = await city.owner.query<{ id: string; balance: number; reserved: number }>(
      'select fund_id as id, balance_fen::int as balance, reserved_fen::int as reserved from ledger.fund_balances where book_id = $1', [books.bookId])
    for (const { id, balance, reserved } of rows) expect([balance, reserved]).toEqual([model.balance.get(id) ?? 0, model.reserved.get(id) ?? 0])
    expect((await city.as('许会计', (context) => verifyLedger(context))).broken).toEqual([])
  })
})
