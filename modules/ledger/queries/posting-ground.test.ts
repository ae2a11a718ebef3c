import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '#platform/http/context.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { postJournals } from '../commands/steps/post-journals.ts'
import { gift, openSampleBooks, type SampleBooks } from '../commands/steps/sample-books.ts'
import { readPostingGround } from './posting-ground.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())

const fill = (books: SampleBooks, key: string, count: number) => city.as('许会计', (context) => postJournals(context, {
  bookId: books.bookId,
  requests: Array.from({ length: count }, (_, at) => ({
    key: `${key}:${at}`, datedOn: '2026-03-10', memo: '捐赠', lines: gift(books, books.free, 100), source: 'test',
  })),
}))

/** Rows of journals that were fetched in this transaction so far. */
async function journalsRead({ tx }: Context): Promise<number> {
  const { rows: [row] } = await sql<{ read: number }>`select (pg_stat_get_xact_tuples_fetched(c) + pg_stat_get_xact_tuples_returned(c)
    + (select coalesce(sum(pg_stat_get_xact_tuples_returned(i.indexrelid)), 0) from pg_index i where i.indrelid = c))::int as read
    from (select 'ledger.journals'::regclass::oid as c) it`.execute(tx)
  return row?.read ?? 0
}

it('a key is looked up as a key, also in books that were empty when the database last counted their rows', async () => {
  // Other books have many journals, these have none: so the database believes, and a look at all of them would seem as cheap as one at the key.
  await fill(await openSampleBooks(city, { name: '往年账套' }), 'before', 3000)
  await city.owner.query('analyze ledger.journals')
  const books = await openSampleBooks(city, { name: '新账套' })
  await fill(books, 'many', 1500)
  const read = await city.as('许会计', async (context) => {
    const before = await journalsRead(context)
    const ground = await readPostingGround(context, { bookId: books.bookId, months: [202603], accountIds: [], fundIds: [], keys: ['many:7', 'new'] })
    expect(ground?.known.map(({ key }) => key)).toEqual(['many:7'])
    return await journalsRead(context) - before
  })
  expect(read).toBeLessThan(20)
})
