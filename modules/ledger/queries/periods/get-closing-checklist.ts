import type { Context } from '#platform/http/context.ts'
import { sumFen } from '#platform/values/money.ts'
import { mustReadBooks } from '../../access.ts'
import type { ClosingCheck } from '../../contract.ts'
import { checklistOf } from '../../rules/closing.ts'
import { isYearEnd } from '../../rules/months.ts'
import { loadBook } from '../load-book.ts'
import { findDueReleases, findYearBalances } from './closing-amounts.ts'
import { findClosingFindings } from './closing-findings.ts'
import { loadPeriod } from './period-rows.ts'

type Answer = { checks: ClosingCheck[]; status: 'open' | 'closed'; version: number; releaseFen: number; carryOverFen: number | null }

/** How a month stands before it is closed, and what its closing would post. */
export async function getClosingChecklist(context: Context, input: { bookId: string; month: number }): Promise<Answer> {
  mustReadBooks(context.actor)
  const book = await loadBook(context, input.bookId)
  const of = { bookId: book.id, month: input.month }
  const period = await loadPeriod(context, of)
  const [findings, releases] = [await findClosingFindings(context, of), await findDueReleases(context, of)]
  const balances = isYearEnd(input.month) ? await findYearBalances(context, of) : null
  return {
    checks: checklistOf(findings, { isYearEnd: isYearEnd(input.month) }), status: period.status, version: period.version,
    releaseFen: sumFen(releases.map(({ amountFen }) => amountFen)),
    // Income stands in credit: what is carried over is income less cost.
    carryOverFen: balances === null ? null : sumFen(balances.map(({ amountFen }) => -amountFen)),
  }
}
