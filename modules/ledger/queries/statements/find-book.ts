import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { ofVisibleBooks } from '../load-book.ts'

/** The one set of books of this id or this name that the actor may see; not found where there is none, or several of the name. */
export async function findBookCalled(context: Context, called: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select b.id from ledger.books b
    where b.city_id = ${context.actor.cityId} and (b.id::text = ${called} or b.name = ${called}) and ${ofVisibleBooks(context)} limit 2`.execute(context.tx)
  const [book] = rows
  if (book === undefined || rows.length > 1) throw new Refusal('NOT_FOUND')
  return book.id
}
