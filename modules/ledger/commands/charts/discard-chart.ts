import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBooks } from '../../access.ts'
import { getNextChart } from '../../queries/charts/chart-rows.ts'
import { loadBook } from '../../queries/load-book.ts'
import { emptyDraft } from './steps/empty-draft.ts'

/** Throws a chart away that was brought in and never held. */
export async function discardChart(context: Context, input: { bookId: string; chartId: string }): Promise<{ id: string }> {
  mustManageBooks(context.actor)
  const book = await loadBook(context, input.bookId, { isLocked: true })
  const chart = await getNextChart(context, { bookId: book.id, chartId: input.chartId })
  if (chart.status === 'valid') throw new Refusal('CHART_VALID')
  await emptyDraft(context, { chartId: chart.id })
  await recordAudit(context, {
    verb: 'chart.discarded', subjectKind: 'book', subjectId: book.id, scopeCode: book.scopeCode, details: { name: chart.name, validFrom: chart.validFrom },
  })
  return { id: chart.id }
}
