import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { BookRow } from '../../contract.ts'
import { ofVisibleBooks } from '../load-book.ts'

/** Sets of books the actor may see, with what waits in them. */
export async function readBooks(context: Context, also: RawBuilder<unknown> = sql`true`): Promise<(BookRow & { version: number })[]> {
  const { tx, actor } = context
  const waiting = (status: string) => sql`(select count(*)::int from ledger.vouchers v where v.city_id = b.city_id and v.book_id = b.id
    and v.status = ${status})`
  const { rows } = await sql<BookRow & { version: number }>`
    select b.id, u.code as unit_code, u.name as unit_name, b.name, b.holder_kind, b.starts_month, b.status, b.version, b.holder_name,
      (select min(p.month) from ledger.periods p where p.city_id = b.city_id and p.book_id = b.id and p.status = 'open') as open_month,
      ${waiting('submitted')} as to_review, ${waiting('reviewed')} as to_post
      from ledger.books b join organization.published_units u on u.city_id = b.city_id and u.id = b.unit_id
     where b.city_id = ${actor.cityId} and ${ofVisibleBooks(context)} and ${also} order by b.scope_code, b.name, b.id limit 1000`.execute(tx)
  return rows
}
