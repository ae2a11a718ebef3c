import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBooks } from '../../access.ts'
import { findConversion, getNextChart } from '../../queries/charts/chart-rows.ts'
import { isMonthClosed } from '../../queries/charts/get-chart-change.ts'
import { readOldBalances } from '../../queries/charts/old-balances.ts'
import { loadBook } from '../../queries/load-book.ts'
import { holdPeriod } from '../../queries/posting-ground.ts'
import { conversionLines, isExceeded, isUnplaced } from '../../rules/charts/conversion.ts'
import { insertVoucher, mustFitBooks, recordVoucher } from '../steps/write-voucher.ts'

/** Drafts the voucher that brings every balance of the closed year over to the new accounts; it is reviewed and posted like any other. */
export async function convertBalances(context: Context, input: { bookId: string; chartId: string }): Promise<{ id: string }> {
  mustManageBooks(context.actor)
  const book = await loadBook(context, input.bookId, { isLocked: true })
  const chart = await getNextChart(context, { bookId: book.id, chartId: input.chartId })
  const [month, datedOn] = [chart.firstMonth, chart.validFrom]
  if (chart.status === 'draft') throw new Refusal('CHART_DRAFT')
  if (await findConversion(context, { bookId: book.id, month }) !== null) throw new Refusal('CONVERTED')
  await holdPeriod(context, { bookId: book.id, month: chart.lastMonth })
  if (!await isMonthClosed(context, { bookId: book.id, month: chart.lastMonth })) throw new Refusal('YEAR_OPEN', { month: chart.lastMonth })
  const balances = await readOldBalances(context, { bookId: book.id, chart })
  const codesOf = (found: typeof balances) => [...new Set(found.map(({ code }) => code))]
  const [unplaced, exceeded] = [balances.filter(isUnplaced), balances.filter(isExceeded)]
  if (exceeded.length > 0) throw new Refusal('PARTS_EXCEED', { codes: codesOf(exceeded) })
  if (unplaced.length > 0) throw new Refusal('UNPLACED', { codes: codesOf(unplaced) })
  const lines = conversionLines(balances)
  if (lines.length === 0) throw new Refusal('NOTHING_TO_CONVERT')
  await mustFitBooks(context, { book, datedOn, lines, commitmentId: null })
  const begun = {
    id: newId(), bookId: book.id, scopeCode: book.scopeCode, datedOn, kind: 'conversion' as const, status: 'draft' as const, paperCount: 0, lines,
  }
  await insertVoucher(context, begun)
  await recordVoucher(context, { ...begun, month }, { verb: 'voucher.drafted', details: { lines: lines.length, kind: 'conversion' } })
  return { id: begun.id }
}
