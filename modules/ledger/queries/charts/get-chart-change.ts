import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mayInLedger, mustReadBooks } from '../../access.ts'
import type { ChartChange, OldBalance } from '../../contract.ts'
import { isExceeded, isUnplaced, targetsOf, totalsOf } from '../../rules/charts/conversion.ts'
import { loadBook } from '../load-book.ts'
import { findConversion, findNextChart, readLeaves, type NextChart } from './chart-rows.ts'
import { readOldBalances } from './old-balances.ts'

/** The turn to the chart that was brought in last: what each old account becomes, and what the new ones open with. */
export async function getChartChange(context: Context, { bookId }: { bookId: string }): Promise<{ change: ChartChange | null }> {
  mustReadBooks(context.actor)
  const book = await loadBook(context, bookId)
  const chart = await findNextChart(context, { bookId: book.id })
  if (chart === undefined) return { change: null }
  const [before, after] = [await readLeaves(context, chart.beforeId), await readLeaves(context, chart.id)]
  const balances = await readOldBalances(context, { bookId: book.id, chart })
  const [used, voucher] = [await findUsed(context, chart), await findConversion(context, { bookId: book.id, month: chart.firstMonth })]
  const openings = sumsOf(balances.flatMap(targetsOf))
  const held = sumsOf(balances)
  const [old, next] = [totalsOf(balances.map(({ amountFen }) => amountFen)), totalsOf(balances.flatMap(targetsOf).map(({ amountFen }) => amountFen))]
  const { beforeId: _before, firstMonth: _first, id: chartId, ...named } = chart
  return {
    change: {
      ...named, chartId, isLastMonthClosed: await isMonthClosed(context, { bookId: book.id, month: chart.lastMonth }),
      old: before.map((account) => ({ ...account, balanceFen: held.get(account.id) ?? 0, isUsed: used.has(account.id) })),
      next: after.map((account) => ({ ...account, openingFen: openings.get(account.id) ?? 0 })), balances,
      totals: { oldDebitFen: old.debitFen, oldCreditFen: old.creditFen, newDebitFen: next.debitFen, newCreditFen: next.creditFen },
      unplaced: balances.filter(isUnplaced).length, exceeded: balances.filter(isExceeded).length, voucher,
      mayChange: mayInLedger(context.actor, 'book.manage') && voucher === null,
    },
  }
}

function sumsOf(amounts: readonly Pick<OldBalance, 'accountId' | 'amountFen'>[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { accountId, amountFen } of amounts) sums.set(accountId, (sums.get(accountId) ?? 0) + amountFen)
  return sums
}

/** Accounts of the chart before that anything was posted to. */
async function findUsed({ tx, actor }: Context, { beforeId }: NextChart): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select a.id from ledger.accounts a where a.city_id = ${actor.cityId} and a.chart_id = ${beforeId}
    and exists (select 1 from ledger.postings p where p.city_id = a.city_id and p.account_id = a.id)`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Whether a month is closed. */
export async function isMonthClosed({ tx, actor }: Context, { bookId, month }: { bookId: string; month: number }): Promise<boolean> {
  const period = await tx.selectFrom('ledger.periods').select('status').where('cityId', '=', actor.cityId).where('bookId', '=', bookId)
    .where('month', '=', month).executeTakeFirst()
  return period?.status === 'closed'
}
