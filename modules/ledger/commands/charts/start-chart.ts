import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBooks } from '../../access.ts'
import { getNextChart, hasEntriesFrom } from '../../queries/charts/chart-rows.ts'
import { readOldBalances } from '../../queries/charts/old-balances.ts'
import { loadBook } from '../../queries/load-book.ts'
import { holdPeriod } from '../../queries/posting-ground.ts'
import { isUnplaced } from '../../rules/charts/conversion.ts'

type Input = { bookId: string; chartId: string; version: number }

/** Lets a chart hold from its first day on: every balance has a place by then, and nothing stands in its year yet. */
export async function startChart(context: Context, input: Input): Promise<{ id: string }> {
  mustManageBooks(context.actor)
  const { tx, actor } = context
  const book = await loadBook(context, input.bookId, { isLocked: true })
  const chart = await getNextChart(context, { bookId: book.id, chartId: input.chartId })
  if (chart.status === 'valid') throw new Refusal('CHART_VALID')
  if (chart.version !== input.version) throw new Refusal('STALE', { version: chart.version, current: { status: chart.status } })
  await holdYear(context, { bookId: book.id, firstMonth: chart.firstMonth })
  if (await hasEntriesFrom(context, { bookId: book.id, day: chart.validFrom })) throw new Refusal('YEAR_BEGUN')
  const unplaced = (await readOldBalances(context, { bookId: book.id, chart })).filter(isUnplaced)
  if (unplaced.length > 0) throw new Refusal('UNPLACED', { codes: [...new Set(unplaced.map(({ code }) => code))] })
  await tx.updateTable('ledger.charts').set({ status: 'valid', version: chart.version + 1 })
    .where('cityId', '=', actor.cityId).where('id', '=', chart.id).execute()
  await recordAudit(context, {
    verb: 'chart.started', subjectKind: 'book', subjectId: book.id, scopeCode: book.scopeCode, details: { name: chart.name, validFrom: chart.validFrom },
  })
  return { id: chart.id }
}

/** Nobody posts into a month of the year meanwhile. */
async function holdYear(context: Context, { bookId, firstMonth }: { bookId: string; firstMonth: number }): Promise<void> {
  for (let month = firstMonth; month < firstMonth + 12; month++) await holdPeriod(context, { bookId, month })
}
