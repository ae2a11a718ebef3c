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
type Asked = { bookId: string; months: readonly number[]; accountIds: readonly string[]; fundIds: readonly string[]; keys?: readonly string[] }
/** A journal that stands in the books under a key. */
export type KnownJournal = { id: string; key: string; hash: string }
type Read = {
  scopeCode: string; status: 'open' | 'closed'; periods: { month: number; status: 'open' | 'closed' }[]; charts: { id: string; validFrom: LocalDate }[]
  accounts: KnownAccount[]; funds: KnownFund[]; known: KnownJournal[]
}

/**
 * Reads what postings are judged by; undefined where the books are not in the actor's range. Who posts shares each month with other
 * posters until the end of the transaction; who closes it has it alone. The lock lies beside the row, so that nobody queues for the row itself.
 * Everything is read by one statement, which the database begins after the lock is held; both are sent at once: each waiting costs a way there and back.
 * The books and the lists stand behind a `select` of their own: the planner then expects the same of each, keeps the plan, and does not make it anew for
 * every posting. Told the books, it took new ones for empty and read all their journals in search of a key.
 */
export async function readPostingGround(context: Context, asked: Asked): Promise<(BooksGround & { known: readonly KnownJournal[] }) | undefined> {
  const { tx, actor } = context
  const [cityId, { bookId }] = [actor.cityId, asked]
  const [, [read]] = await Promise.all([sharePeriods(context, asked), runPrepared<Read>(tx, statement`
    select b.scope_code::text as scope_code, b.status,
      (select coalesce(json_agg(json_build_object('month', p.month, 'status', p.status)), '[]') from ledger.periods p
        where p.city_id = ${cityId} and p.book_id = (select ${bookId}::uuid) and p.month = any((select ${[...asked.months]}::int[])::int[])) as periods,
      (select coalesce(json_agg(json_build_object('id', c.id, 'validFrom', c.valid_from) order by c.valid_from desc), '[]') from ledger.charts c
        where c.city_id = ${cityId} and c.book_id = (select ${bookId}::uuid) and c.status = 'valid') as charts,
      (select coalesce(json_agg(json_build_object('id', a.id, 'code', a.code, 'kind', a.kind, 'duty', a.duty, 'costClass', a.cost_class, 'isLeaf', a.is_leaf,
          'closedOn', a.closed_on, 'chartId', a.chart_id)), '[]') from ledger.accounts a
        where a.city_id = ${cityId} and a.book_id = (select ${bookId}::uuid)
          and a.id = any((select ${[...asked.accountIds]}::uuid[])::uuid[])) as accounts,
      (select coalesce(json_agg(json_build_object('id', f.id, 'restriction', f.restriction, 'status', f.status, 'usableFrom', f.usable_from)), '[]')
        from ledger.funds f where f.city_id = ${cityId} and f.book_id = (select ${bookId}::uuid)
          and f.id = any((select ${[...asked.fundIds]}::uuid[])::uuid[])) as funds,
      (select coalesce(json_agg(json_build_object('id', j.id, 'key', j.idempotency_key, 'hash', encode(j.request_hash, 'hex'))), '[]') from ledger.journals j
        where j.city_id = ${cityId} and j.book_id = (select ${bookId}::uuid)
          and j.idempotency_key = any((select ${[...asked.keys ?? []]}::text[])::text[])) as known
      from ledger.books b where b.city_id = ${cityId} and b.id = ${bookId}`)])
  if (read === undefined) return undefined
  const { scopeCode, charts, known } = read
  return {
    scopeCode, bookStatus: read.status, charts, known, periods: new Map(read.periods.map(({ month, status }) => [month, status])),
    accounts: new Map(read.accounts.map((account) => [account.id, account])), funds: new Map(read.funds.map((fund) => [fund.id, fund])),
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
