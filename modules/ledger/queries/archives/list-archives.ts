import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mayInLedger, mustReadBooks } from '../../access.ts'
import type { Archive } from '../../contract.ts'
import { loadBook } from '../load-book.ts'

/** The last archive of each month, with how far it has come, and the months that could have one. */
export async function listArchives(
  context: Context, { bookId }: { bookId: string },
): Promise<{ items: Archive[]; closedMonths: number[]; mayMake: boolean }> {
  mustReadBooks(context.actor)
  const { tx, actor } = context
  const book = await loadBook(context, bookId)
  const { rows: items } = await sql<Archive>`
    select distinct on (a.month) a.id, a.month, a.status, a.made_name, a.made_at, a.ready_at, a.failure, (
      select coalesce(jsonb_agg(jsonb_build_object('seq', p.seq, 'title', p.title, 'firstPage', p.first_page, 'pageCount', p.page_count) order by p.seq), '[]')
        from ledger.archive_parts p where p.city_id = a.city_id and p.archive_id = a.id) as parts
      from ledger.archives a where a.city_id = ${actor.cityId} and a.book_id = ${book.id} order by a.month desc, a.made_at desc`.execute(tx)
  const months = await tx.selectFrom('ledger.periods').select('month').where('cityId', '=', actor.cityId).where('bookId', '=', book.id)
    .where('status', '=', 'closed').orderBy('month', 'desc').execute()
  return { items, closedMonths: months.map(({ month }) => month), mayMake: mayInLedger(actor, 'book-period.close') }
}
