import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadGifts } from '../../access.ts'
import type { ShownFund } from '../../contract.ts'

const columns = sql`f.id, b.name as book_name, f.name, p.id as publication_id, coalesce(p.words, coalesce(f.purpose, '')) as words`

/** Funds of the books in range, and whether everybody may look at them. */
export async function listShownFunds({ tx, actor }: Context): Promise<{ items: ShownFund[] }> {
  mustReadGifts(actor)
  const { rows } = await sql<ShownFund>`select ${columns} from ledger.published_funds f
    join ledger.published_books b on b.city_id = ${actor.cityId} and b.id = f.book_id
    left join charity.published_funds p on p.city_id = ${actor.cityId} and p.fund_id = f.id
    where f.city_id = ${actor.cityId} order by b.name, f.code limit 500`.execute(tx)
  return { items: rows }
}

/** One fund of a set of books in range; not found otherwise. */
export async function getShownFund({ tx, actor }: Context, id: string): Promise<ShownFund & { scopeCode: string; bookId: string; holderName: string }> {
  const { rows } = await sql<ShownFund & { scopeCode: string; bookId: string; holderName: string }>`select ${columns}, f.scope_code::text as scope_code,
      f.book_id, b.holder_name
    from ledger.published_funds f
    join ledger.published_books b on b.city_id = ${actor.cityId} and b.id = f.book_id
    left join charity.published_funds p on p.city_id = ${actor.cityId} and p.fund_id = f.id
    where f.city_id = ${actor.cityId} and f.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** What of it crosses the wire. */
export const shownOf = ({ id, bookName, name, publicationId, words }: ShownFund): ShownFund => ({ id, bookName, name, publicationId, words })
