import { sql } from 'kysely'
import { runPrepared } from '#platform/database/prepared.ts'
import { statement } from '#platform/database/statement.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { KnownAccount, KnownFund, PostingGround } from '../rules/posting.ts'

/** The books as postings of several months meet them. */
export type BooksGround = {
  scopeCode: string; bookStatus: 'open' | 'closed'; periods: ReadonlyMap<number, 'open' | 'closed'>; charts: readonly { id: string; validFrom: LocalDate }[]
  accounts: ReadonlyMap<string, KnownAccount>; funds: ReadonlyMap<string, KnownFund>
}
type Asked = { bookId: string; months: readonly number[]; accountIds: readonly string[]; fundIds: readonly string[] }

/**
 * Reads what postings are judged by; undefined where the books are not in the actor's range. Who posts shares each month with other
 * posters until the end of the transaction; who closes it has it alone. The lock lies beside the row, so that nobody queues for the row itself.
 */
export async function readPostingGround(context: Context, asked: Asked): Promise<BooksGround | undefined> {
  const { tx, actor } = context
  const of = { cityId: actor.cityId, bookId: asked.bookId }
  const [, books, periods, charts, accounts, funds] = await Promise.all([
    sharePeriods(context, asked),
    runPrepared<{ scopeCode: string; status: 'open' | 'closed' }>(tx, statement`
      select scope_code::text as scope_code, status from ledger.books where city_id = ${of.cityId} and id = ${of.bookId}`),
    runPrepared<{ month: number; status: 'open' | 'closed' }>(tx, statement`
      select month, status from ledger.periods where city_id = ${of.cityId} and book_id = ${of.bookId} and month = any(${[...asked.months]}::int[])`),
    runPrepared<{ id: string; validFrom: LocalDate }>(tx, statement`
      select id, valid_from from ledger.charts where city_id = ${of.cityId} and book_id = ${of.bookId} and status = 'valid' order by valid_from desc`),
    readAccounts(context, asked), readFunds(context, asked),
  ])
  const [book] = books
  if (book === undefined) return undefined
  return {
    scopeCode: book.scopeCode, bookStatus: book.status, charts,
    periods: new Map(periods.map(({ month, status }) => [month, status])),
    accounts: new Map(accounts.map((account) => [account.id, account])), funds: new Map(funds.map((fund) => [fund.id, fund])),
  }
}

/** The ground of one day. */
export function groundOf(ground: BooksGround, { month, datedOn }: { month: number; datedOn: LocalDate }): PostingGround {
  return {
    bookStatus: ground.bookStatus, periodStatus: ground.periods.get(month), chartId: ground.charts.find(({ validFrom }) => validFrom <= datedOn)?.id,
    accounts: ground.accounts, funds: ground.funds,
  }
}

/** Key of the lock of a month; a text, hashed by the database. */
const lockOf = (cityId: number, bookId: string, month: number): string => `ledger/${cityId}/${bookId}/${month}`

async function sharePeriods({ tx, actor }: Context, { bookId, months }: Asked): Promise<void> {
  const keys = [...months].sort((one, other) => one - other).map((month) => lockOf(actor.cityId, bookId, month))
  await runPrepared(tx, statement`select pg_advisory_xact_lock_shared(hashtextextended(key, 0)) from unnest(${keys}::text[]) as key`)
}

/** Has a month alone until the end of the transaction: nobody posts into it meanwhile. */
export async function holdPeriod({ tx, actor }: Context, { bookId, month }: { bookId: string; month: number }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${lockOf(actor.cityId, bookId, month)}, 0))`.execute(tx)
}

async function readAccounts({ tx, actor }: Context, { bookId, accountIds }: Asked): Promise<KnownAccount[]> {
  return runPrepared(tx, statement<KnownAccount>`select a.id, a.code, a.kind, a.duty, a.cost_class, a.is_leaf, a.closed_on, a.chart_id from ledger.accounts a
    where a.city_id = ${actor.cityId} and a.book_id = ${bookId} and a.id = any(${[...accountIds]}::uuid[])`)
}

async function readFunds({ tx, actor }: Context, { bookId, fundIds }: Asked): Promise<KnownFund[]> {
  if (fundIds.length === 0) return []
  return runPrepared(tx, statement<KnownFund>`select f.id, f.restriction, f.status, f.usable_from from ledger.funds f
    where f.city_id = ${actor.cityId} and f.book_id = ${bookId} and f.id = any(${[...fundIds]}::uuid[])`)
}
