import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mayInLedger, mustReadBooks } from '../../access.ts'
import type { CashDay } from '../../contract.ts'
import { firstDayOf, lastDayOf } from '../../rules/months.ts'
import { loadMoneyAccount } from './load-money-account.ts'

/** Days of the cash book in a month that were counted. */
export async function listCashDays(
  context: Context, input: { bookId: string; accountId: string; month: number },
): Promise<{ items: CashDay[]; may: { count: boolean; confirm: boolean } }> {
  mustReadBooks(context.actor)
  const account = await loadMoneyAccount(context, input)
  const items = await readCashDays(context, account.id, sql`d.counted_on between ${firstDayOf(input.month)}::date and ${lastDayOf(input.month)}::date`)
  return { items, may: { count: mayInLedger(context.actor, 'cash-day.count'), confirm: mayInLedger(context.actor, 'cash-day.confirm') } }
}

/** Counted days `d` of a cash account. */
export async function readCashDays({ tx, actor }: Context, accountId: string, where: RawBuilder<unknown>): Promise<CashDay[]> {
  const { rows } = await sql<CashDay>`
    select d.counted_on, d.book_fen::float8 as book_fen, d.counted_fen::float8 as counted_fen, d.reason, d.counted_name, d.confirmed_name, d.confirmed_at,
      d.version
      from ledger.cash_days d where d.city_id = ${actor.cityId} and d.account_id = ${accountId} and ${where} order by d.counted_on`.execute(tx)
  return rows
}

/** What the books say a cash account holds at the end of a day. */
export async function sumCash({ tx, actor }: Context, { accountId, on }: { accountId: string; on: string }): Promise<number> {
  const { rows } = await sql<{ fen: number }>`select coalesce(sum(p.amount_fen), 0)::float8 as fen from ledger.postings p
    where p.city_id = ${actor.cityId} and p.account_id = ${accountId} and p.dated_on <= ${on}::date`.execute(tx)
  return rows[0]?.fen ?? 0
}
