import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '#platform/database/pool.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { verifyLedger } from '../../queries/verify-ledger.ts'
import { postJournal, postJournals } from './post-journals.ts'
import { cost, gift, openSampleBooks, type SampleBooks } from './sample-books.ts'

// Thirty-two clients at once, each on a connection of its own.
const clients = 32

describe('many who post at once', () => {
  let city: TestCity
  let books: SampleBooks
  let other: string
  beforeAll(async () => {
    city = await openTestCity()
    books = await openSampleBooks(city)
    other = books.later
    await city.owner.query(`update ledger.funds set usable_from = '2026-01-01' where id = $1`, [other])
    await city.as('许会计', (context) => postJournals(context, { bookId: books.bookId, requests: [books.schooling, other].map((fund, at) => ({
      key: `start:${at}`, datedOn: '2026-03-02', memo: '捐赠', lines: gift(books, fund, 1000), source: 'test',
    })) }))
  })
  afterAll(() => city.close())

  it('never overdraw a restricted fund, and nobody waits in a circle', async () => {
    const pool = openPool(city.urls.worker, { max: clients })
    const ground = { ...city.ground, pool }
    const balances = async () => {
      const { rows } = await city.owner.query<{ fen: number }>(
        'select balance_fen::int as fen from ledger.fund_balances where book_id = $1 order by fund_id', [books.bookId])
      return rows.map(({ fen }) => fen)
    }
    const outcomes = await Promise.all(Array.from({ length: clients }, async (_client, client) => {
      const told: string[] = []
      for (let round = 0; round < 3; round++) {
        // Every other client takes from both funds, in the opposite order.
        const lines = client % 2 === 0 ? [...cost(books, books.schooling, 40), ...cost(books, other, 40)] : [...cost(books, other, 40), ...cost(books,
          books.schooling, 40)]
        told.push(await runAsCity(ground, city.cityId, (context) => postJournal(context, {
          bookId: books.bookId, key: `${client}:${round}`, datedOn: '2026-03-10', memo: '助学', lines, source: 'test',
        })).then(() => 'posted', (error: { code?: string }) => error.code ?? 'failed'))
      }
      return told
    }))
    await pool.end()
    const told = outcomes.flat()
    // 1000 fen are 25 times 40: exactly so many went through, and all others were told that the fund does not reach.
    expect(told.filter((word) => word === 'posted')).toHaveLength(25)
    expect(told.filter((word) => word === 'FUND_EXCEEDED')).toHaveLength(clients * 3 - 25)
    expect(await balances()).toEqual([0, 0])
    expect((await city.as('许会计', (context) => verifyLedger(context))).broken).toEqual([])
  })
})
