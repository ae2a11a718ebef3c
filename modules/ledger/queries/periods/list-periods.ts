import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { Period } from '../../contract.ts'
import { loadBook } from '../load-book.ts'

/** Months of a set of books, the latest first, with every closing and reopening. */
export async function listPeriods(context: Context, input: { bookId: string }): Promise<{ items: Period[] }> {
  mustReadBooks(context.actor)
  const { tx, actor } = context
  const book = await loadBook(context, input.bookId)
  const { rows } = await sql<Omit<Period, 'changes'>>`
    select p.month, p.status, p.last_number as vouchers, p.closed_name, p.closed_at, p.reopened_count, p.version,
      (select count(*)::int from ledger.vouchers v where v.city_id = p.city_id and v.book_id = p.book_id and v.month = p.month
        and v.status in ('draft', 'submitted', 'reviewed')) as waiting
      from ledger.periods p where p.city_id = ${actor.cityId} and p.book_id = ${book.id} order by p.month desc`.execute(tx)
  const changes = await tx.selectFrom('ledger.periodChanges').select(['month', 'change', 'reason', 'changedName', 'changedAt'])
    .where('cityId', '=', actor.cityId).where('bookId', '=', book.id).orderBy('changedAt').orderBy('id').execute()
  return {
    items: rows.map((period) => ({
      ...period, changes: changes.filter(({ month }) => month === period.month)
        .map(({ month: _month, ...change }) => ({ ...change, change: change.change as 'closed' | 'reopened' })),
    })),
  }
}
