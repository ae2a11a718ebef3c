import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { MappedAccount } from '../../rules/charts/conversion.ts'
import { previousMonth } from '../../rules/months.ts'
import { monthOf } from '../../rules/posting.ts'

/** A chart that follows another one. */
export type NextChart = {
  id: string; name: string; validFrom: LocalDate; status: 'draft' | 'valid'; source: string; version: number
  beforeId: string; firstMonth: number; lastMonth: number
}

/** The chart that was brought in last and follows another one; undefined where there is but the first. A named one is not found unless it is this. */
export async function findNextChart({ tx, actor }: Context, { bookId, chartId }: { bookId: string; chartId?: string }): Promise<NextChart | undefined> {
  const { rows } = await sql<Omit<NextChart, 'firstMonth' | 'lastMonth'>>`
    select c.id, c.name, c.valid_from, c.status, c.source, c.version, (select b.id from ledger.charts b where b.city_id = c.city_id and b.book_id = c.book_id
        and b.status = 'valid' and b.valid_from < c.valid_from order by b.valid_from desc limit 1) as before_id
      from ledger.charts c where c.city_id = ${actor.cityId} and c.book_id = ${bookId} order by c.valid_from desc limit 1`.execute(tx)
  const [found] = rows
  const isNext = found !== undefined && (found.beforeId as string | null) !== null
  if (chartId !== undefined && (!isNext || found.id !== chartId)) throw new Refusal('NOT_FOUND')
  if (!isNext) return undefined
  const firstMonth = monthOf(found.validFrom)
  return { ...found, firstMonth, lastMonth: previousMonth(firstMonth) }
}

/** The chart of a name, which must be the next one. */
export async function getNextChart(context: Context, of: { bookId: string; chartId: string }): Promise<NextChart> {
  const chart = await findNextChart(context, of)
  if (chart === undefined) throw new Refusal('NOT_FOUND')
  return chart
}

/** An account with what it becomes. */
export type ChartAccount = MappedAccount & { successorId: string | null; version: number }

/** Accounts of a chart that lines may be posted to, in the order of their numbers. */
export async function readLeaves({ tx, actor }: Context, chartId: string): Promise<ChartAccount[]> {
  const { rows } = await sql<ChartAccount>`select a.id, a.code, a.name, a.kind, a.duty, a.is_leaf, a.successor_id, a.version from ledger.accounts a
    where a.city_id = ${actor.cityId} and a.chart_id = ${chartId} and a.is_leaf order by a.code`.execute(tx)
  return rows
}

/** Whether anything is posted or on a voucher from a day on. */
export async function hasEntriesFrom({ tx, actor }: Context, { bookId, day }: { bookId: string; day: LocalDate }): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select 1 from ledger.journals j where j.city_id = ${actor.cityId} and j.book_id = ${bookId} and j.dated_on >= ${day}::date)
      or exists (select 1 from ledger.vouchers v where v.city_id = ${actor.cityId} and v.book_id = ${bookId} and v.dated_on >= ${day}::date
        and v.status <> 'discarded') as has`.execute(tx)
  return rows[0]?.has === true
}

/** The voucher that brings balances over to the accounts of a chart, unless it was discarded or taken back. */
export async function findConversion(
  { tx, actor }: Context, { bookId, month }: { bookId: string; month: number },
): Promise<{ id: string; status: 'draft' | 'submitted' | 'reviewed' | 'posted' } | null> {
  const { rows } = await sql<{ id: string; status: 'draft' | 'submitted' | 'reviewed' | 'posted' }>`
    select v.id, v.status from ledger.vouchers v where v.city_id = ${actor.cityId} and v.book_id = ${bookId} and v.month = ${month}
       and v.kind = 'conversion' and v.status <> 'discarded' and v.reverses_id is null and not exists (
         select 1 from ledger.vouchers r where r.city_id = ${actor.cityId} and r.reverses_id = v.id and r.status = 'posted')`.execute(tx)
  return rows[0] ?? null
}
