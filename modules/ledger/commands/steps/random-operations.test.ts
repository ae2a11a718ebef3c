import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import type { Context } from '#platform/http/context.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { foldPostings } from '../../jobs/fold-postings.ts'
import { verifyLedger } from '../../queries/verify-ledger.ts'
import { nextMonth } from '../../rules/months.ts'
import { closePeriod } from '../periods/close-period.ts'
import { BooksModel, type ModelJournal } from '../testing/books-model.ts'
import { chance } from '../testing/chance.ts'
import { gatherVoucher } from '../vouchers/gather-voucher.ts'
import { endCommitment, reserveMoney } from './commitments.ts'
import type { JournalRequest } from './journal-request.ts'
import { postJournals } from './post-journals.ts'
import { reversalRequests, reverseJournal, type Reversal } from './reverse-journal.ts'
import { cost, gift, line, openSampleBooks, passVoucher, type SampleBooks } from './sample-books.ts'

/** How many operations; the long test asks for a million. */
const operations = Number(process.env['XINHUO_LEDGER_OPERATIONS'] ?? 20_000)
/** Operations that stand in one transaction, and how many transactions run at once. */
const [batchSize, clients] = [200, 4]
const rounds = Math.ceil(operations / (batchSize * clients))
/** Months that are closed on the way. */
const closings = Math.min(10, Math.floor(rounds / 8))
/** Looking at every invariant is worth it now and then only. */
const looks = new Set([Math.floor(rounds / 2), rounds - 1])

/** What is sent together: entries as they are, and entries to be taken back. */
type Batch = { requests: JournalRequest[]; told: ModelJournal[]; reversals: Reversal[]; replays: Map<string, JournalRequest> }

const emptyBatch = (): Batch => ({ requests: [], told: [], reversals: [], replays: new Map() })

describe('any order of operations', { timeout: Math.max(120_000, operations * 6) }, () => {
  let city: TestCity
  let books: SampleBooks
  let model: BooksModel
  let month = 202603
  let keys = 0
  let done = 0
  const sent: JournalRequest[] = []
  const random = chance(20_260_316)
  const below = (most: number) => Math.floor(random() * most)
  const some = <T>(items: readonly T[]): T | undefined => items[below(items.length)]
  beforeAll(async () => {
    city = await openTestCity()
    books = await openSampleBooks(city)
    await city.owner.query(`update ledger.funds set usable_from = '2026-01-01' where id = $1`, [books.later])
    model = new BooksModel([books.schooling, books.later])
  })
  afterAll(() => city.close())

  const inBooks = <T>(work: (context: Context) => Promise<T>) => city.as('许会计', work)
  const refused = async (work: (context: Context) => Promise<unknown>) => inBooks(work).then(() => 'done', (error: { code?: string }) => error.code)
  const day = () => `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-${String(10 + below(10))}`
  const newKey = () => `key:${keys++}`

  /** One operation the model says is possible; what it says does not reach is a gift instead. */
  function addOperation(batch: Batch): void {
    done++
    const [dice, fen, fund] = [random(), 1 + below(500), some([books.free, books.schooling, books.later]) ?? books.free]
    if (dice < 0.08 && addReversal(batch)) return
    if (dice < 0.16 && addPayment(batch, fen)) return
    const before = dice < 0.22 ? some(sent) : undefined
    if (before !== undefined) {
      batch.replays.set(before.key, before)
      return
    }
    const kind = dice > 0.55 || model.free(fund) < fen ? 'gift' : dice > 0.3 ? 'cost' : 'refund'
    const lines = { gift: () => gift(books, fund, fen), cost: () => cost(books, fund, fen), refund: () => [line(books.account('4101'), fen, fund),
      line(books.account('1002'), -fen)] }[kind]()
    add(batch, { memo: kind, lines }, { fund, change: kind === 'gift' ? fen : -fen })
  }

  function add(batch: Batch, { memo, lines, commitmentId = null }: Pick<JournalRequest, 'memo' | 'lines' | 'commitmentId'>,
    { fund, change, commitment = null }: Pick<ModelJournal, 'fund' | 'change'> & Partial<Pick<ModelJournal, 'commitment'>>): void {
    batch.requests.push({ key: newKey(), datedOn: day(), memo, lines, commitmentId, source: 'test' })
    batch.told.push(model.post({ id: '', fund, change, commitment, isReversed: false, isReversal: false }))
  }

  function addPayment(batch: Batch, fen: number): boolean {
    const commitment = some(model.commitments.filter(({ isEnded, amount, paid }) => !isEnded && paid < amount))
    if (commitment === undefined) return false
    const paid = Math.min(fen, commitment.amount - commitment.paid)
    const { id: commitmentId, fund } = commitment
    add(batch, { memo: 'payment', lines: cost(books, fund, paid), commitmentId }, { fund, change: -paid, commitment })
    return true
  }

  function addReversal(batch: Batch): boolean {
    const original = some(model.journals)
    if (original === undefined || original.id === '' || original.isReversed || original.isReversal || model.free(original.fund) < original.change) return false
    original.isReversed = true
    batch.reversals.push({ journalId: original.id, key: newKey(), datedOn: day(), memo: 'reversal', source: 'test' })
    model.post({ id: 'reversal', fund: original.fund, change: -original.change, commitment: original.commitment, isReversed: false, isReversal: true })
    return true
  }

  async function send(batch: Batch): Promise<void> {
    const posted = await inBooks(async (context) => postJournals(context, {
      bookId: books.bookId, requests: [
        ...batch.requests, ...await reversalRequests(context, { bookId: books.bookId, reversals: batch.reversals }), ...batch.replays.values()],
    }))
    for (const [at, told] of batch.told.entries()) told.id = posted[at]?.id ?? ''
    expect(posted.slice(posted.length - batch.replays.size).every(({ isReplay }) => isReplay)).toBe(true)
  }

  /** Batches of several clients at once, one of them sent twice at the same moment. */
  async function oneRound(): Promise<void> {
    const batches = Array.from({ length: clients }, (): Batch => {
      const batch = emptyBatch()
      for (let at = 0; at < batchSize && done < operations; at++) addOperation(batch)
      return batch
    })
    await Promise.all([...batches.map(send), send({ ...emptyBatch(), requests: batches[0]!.requests.slice(0, 20) })])
    for (const { requests } of batches) sent.push(...requests)
    sent.splice(0, Math.max(0, sent.length - 20_000))
    model.endRound()
  }

  /** Promises are made and ended, and what must not be is refused. */
  async function betweenRounds(): Promise<void> {
    const fund = some([books.schooling, books.later]) ?? books.later
    const of = { bookId: books.bookId, fundId: fund, label: '试' }
    expect(await refused((context) => reserveMoney(context, { ...of, amountFen: model.free(fund) + 1 }))).toBe('FUND_EXCEEDED')
    const amountFen = Math.min(model.free(fund), 2000)
    const id = amountFen > 0 ? await inBooks((context) => reserveMoney(context, { ...of, amountFen })) : undefined
    if (id !== undefined) model.reserve({ id, fund, amount: amountFen, paid: 0, isEnded: false })
    const ending = some(model.commitments.filter(({ isEnded, paid, amount }) => !isEnded && paid < amount))
    if (ending !== undefined && random() < 0.5) await end(ending)
    const reversed = model.journals.findLast(({ isReversed }) => isReversed)
    const again = { bookId: books.bookId, journalId: reversed?.id ?? '', key: newKey(), datedOn: day(), memo: '再冲', source: 'test' }
    const told = reversed === undefined ? 'REVERSED_BEFORE' : await refused((context) => reverseJournal(context, again))
    expect(told).toBe('REVERSED_BEFORE')
  }

  async function end(commitment: BooksModel['commitments'][number]): Promise<void> {
    await inBooks((context) => endCommitment(context, { bookId: books.bookId, id: commitment.id, as: 'released' }))
    model.end(commitment)
  }

  /** Closes the month as people do; what is sent into it afterwards is refused. */
  async function closeMonth(): Promise<void> {
    const of = { bookId: books.bookId, month }
    const open = model.commitments.filter(({ isEnded, paid, amount }) => !isEnded && paid < amount)
    if (month % 100 === 12) for (const commitment of open) await end(commitment)
    const { id } = await inBooks((context) => gatherVoucher(context, of))
    await passVoucher(city, id)
    await inBooks((context) => closePeriod(context, { ...of, version: 1 }))
    const late = { key: newKey(), datedOn: day(), memo: '迟到', lines: gift(books, books.free, 1), source: 'test' }
    expect(await refused((context) => postJournals(context, { bookId: books.bookId, requests: [late] }))).toBe('PERIOD_CLOSED')
    month = nextMonth(month)
  }

  async function mustAgree(): Promise<void> {
    const { rows } = await city.owner.query<{ id: string; balance: number; reserved: number }>(
      'select fund_id as id, balance_fen::int as balance, reserved_fen::int as reserved from ledger.fund_balances where book_id = $1', [books.bookId])
    expect(rows).toHaveLength(2)
    for (const { id, balance, reserved } of rows) expect([balance, reserved]).toEqual([model.balance(id), model.reserved(id)])
    const { rows: [count] } = await city.owner.query<{ journals: number; paid: number }>(`select
      (select count(*)::int from ledger.journals where book_id = $1 and source = 'test') as journals,
      (select sum(paid_fen)::int from ledger.commitments where book_id = $1) as paid`, [books.bookId])
    expect(count).toEqual({ journals: model.journals.length, paid: model.commitments.reduce((sum, { paid }) => sum + paid, 0) })
    expect((await inBooks((context) => verifyLedger(context))).broken).toEqual([])
  }

  it('leaves every invariant true and every fund at what a simple sum says', async () => {
    for (let round = 0; round < rounds; round++) {
      await oneRound()
      await betweenRounds()
      if (round % 10 === 5) await asWorker(city, (run) => run((context) => foldPostings(context)))
      // The databases of tests do not count their rows by themselves as others do: their plans would stay those of empty books.
      if (round % 50 === 1) await city.owner.query('analyze ledger.journals, ledger.postings, ledger.fund_balances')
      if (closings > 0 && round % Math.floor(rounds / closings) === 4) await closeMonth()
      if (looks.has(round)) await mustAgree()
    }
    expect(done).toBe(operations)
  })
})
