import { sql, type RawBuilder } from 'kysely'
import { findWatermark } from '#platform/audit/watermark.ts'
import type { Context } from '#platform/http/context.ts'
import type { CostClass, JournalKind, Restriction } from '../contract.ts'

/** Name of the fold of postings among the readers of audit.watermarks. */
export const reader = 'ledger'

/** What an account did in a month, apart by dimension; credit counted up. */
export type MonthBalance = {
  month: number; kind: JournalKind; accountId: string; fundId: string | null; restriction: Restriction; projectId: string | null; costClass: CostClass | null
  debitFen: number; creditFen: number
}
/** Dimensions of a balance, as columns. */
export type Dimension = 'month' | 'kind' | 'account_id' | 'fund_id' | 'restriction' | 'project_id' | 'cost_class'
/** Which balances are asked for: all up to a month, or of a span of months. */
export type BalanceWish = { bookId: string; fromMonth?: number; untilMonth: number; accountId?: string }

/**
 * Postings of a set of books added up by month and all dimensions, exact at any moment: what is folded and what came after. `s` has the columns of
 * `ledger.month_balances`; put it into FROM and group as you need.
 */
export async function monthBalances(context: Context, wish: BalanceWish): Promise<RawBuilder<unknown>> {
  const { tx, actor } = context
  // A fold may end between this statement and the next: what counts is the watermark as the sum sees it. The earlier one, given as a value, tells
  // the planner how few postings lie behind it.
  const mark = await findWatermark(tx, actor.cityId, reader)
  const span = (row: string) => {
    const of = sql.ref(row)
    return sql`${of}.city_id = ${actor.cityId} and ${of}.book_id = ${wish.bookId} and ${of}.month <= ${wish.untilMonth}
      and ${of}.month >= ${wish.fromMonth ?? 0}${wish.accountId === undefined ? sql`` : sql` and ${of}.account_id = ${wish.accountId}`}`
  }
  return sql`(
    select m.month, m.kind, m.account_id, m.fund_id, m.restriction, m.project_id, m.cost_class, m.debit_fen, m.credit_fen
      from ledger.month_balances m where ${span('m')}
    union all
    select p.month, p.kind, p.account_id, p.fund_id, p.restriction, p.project_id, p.cost_class, ${columnsOf('p')}
      from ledger.postings p where ${span('p')}
       and (p.epoch, p.tx, p.position) > (${mark.epoch}::int, ${mark.tx}::bigint, ${mark.position}::bigint)
       and (p.epoch, p.tx, p.position) > (select w.epoch, w.tx, w.position from audit.watermarks w where w.city_id = ${actor.cityId} and w.reader = ${reader}
         union all select 0, 0, 0 order by 1 desc, 2 desc, 3 desc limit 1)) s`
}

/** The two columns of a posting: red letters are subtracted in their own. */
export function columnsOf(row: string): RawBuilder<unknown> {
  const of = sql.ref(row)
  return sql`case when ${of}.side = 'debit' then ${of}.amount_fen else 0 end as debit_fen,
    case when ${of}.side = 'credit' then -${of}.amount_fen else 0 end as credit_fen`
}

/** Balances grouped by the dimensions asked for; the others are null. */
export async function sumBalances<D extends Dimension>(context: Context, wish: BalanceWish & { by: readonly D[] }): Promise<MonthBalance[]> {
  const from = await monthBalances(context, wish)
  const columns = sql.join(wish.by.map((column) => sql`s.${sql.ref(column)}`))
  const { rows } = await sql<MonthBalance>`
    select ${columns}, sum(s.debit_fen)::float8 as debit_fen, sum(s.credit_fen)::float8 as credit_fen from ${from} group by ${columns}`.execute(context.tx)
  return rows
}
