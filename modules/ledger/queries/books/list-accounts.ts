import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustReadBooks } from '../../access.ts'
import type { Account } from '../../contract.ts'
import { loadBook } from '../load-book.ts'
import { readAccounts } from './account-rows.ts'

/** Accounts of the chart that holds on a day, or of a chart that is named. */
export async function listAccounts(
  context: Context, input: { bookId: string; on?: LocalDate | undefined; chartId?: string | undefined },
): Promise<{ chartId: string; items: Account[] }> {
  mustReadBooks(context.actor)
  const { tx, actor, today } = context
  const book = await loadBook(context, input.bookId)
  const charts = tx.selectFrom('ledger.charts').select('id').where('cityId', '=', actor.cityId).where('bookId', '=', book.id)
  const valid = charts.where('status', '=', 'valid')
  const chart = input.chartId === undefined
    // Before the first day of the books their first chart is shown.
    ? await valid.where('validFrom', '<=', input.on ?? today).orderBy('validFrom', 'desc').limit(1).executeTakeFirst()
      ?? await valid.orderBy('validFrom').limit(1).executeTakeFirst()
    : await charts.where('id', '=', input.chartId).executeTakeFirst()
  if (chart === undefined) throw new Refusal('NOT_FOUND')
  return { chartId: chart.id, items: await readAccounts(context, { chartId: chart.id }) }
}
