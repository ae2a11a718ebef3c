import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { findConversion, getNextChart, readLeaves, type ChartAccount, type NextChart } from '../../../queries/charts/chart-rows.ts'
import { loadBook, type HeldBook } from '../../../queries/load-book.ts'
import { mayBecome } from '../../../rules/charts/conversion.ts'

/** A turn whose mapping may still be changed, with an account of the chart before. */
export type Mappable = { book: HeldBook; chart: NextChart; old: ChartAccount; next: readonly ChartAccount[] }

/** Loads a turn to change its mapping; refused once the voucher of the conversion is there. */
export async function lockMapping(context: Context, input: { bookId: string; chartId: string; accountId: string }): Promise<Mappable> {
  const book = await loadBook(context, input.bookId, { isLocked: true })
  const chart = await getNextChart(context, { bookId: book.id, chartId: input.chartId })
  if (await findConversion(context, { bookId: book.id, month: chart.firstMonth }) !== null) throw new Refusal('CONVERTED')
  const old = (await readLeaves(context, chart.beforeId)).find(({ id }) => id === input.accountId)
  if (old === undefined) throw new Refusal('NOT_FOUND')
  return { book, chart, old, next: await readLeaves(context, chart.id) }
}

/** Refuses an account that is none of the next chart, or of another kind or use. */
export function mustBecome({ old, next }: Pick<Mappable, 'old' | 'next'>, successorId: string): void {
  const found = next.find(({ id }) => id === successorId)
  if (found === undefined) throw new Refusal('NOT_NEXT')
  if (!mayBecome(old, found)) throw new Refusal('KIND_DIFFERS')
}
