import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { WishRow } from '../contract.ts'

/** A wish as the database gives it for a list. */
export type WishRecord = Omit<WishRow, 'unitCode'> & { scopeCode: string; changedText: string }

/** Columns of a wish in a list. */
export const wishColumns = sql`
  r.id, r.scope_code::text as scope_code, u.name as unit_name, r.case_id, r.child_id, r.label, r.status, r.amount_fen::float8 as amount_fen, r.author_name,
  r.written_on, r.published_on, c.until_on as claim_until_on, r.fulfilled_on, r.ended_on, r.version, r.updated_at::text as changed_text`
/** What a list of wishes is joined with: its unit, and the claim that lives. */
export const wishJoins = sql`
  join organization.published_units u on u.city_id = r.city_id and u.id = r.unit_id
  left join aid.claims c on c.city_id = r.city_id and c.wish_id = r.id and c.status = 'living'`

/** A record as it crosses the wire. */
export const wishRowOf = ({ scopeCode, changedText: _text, ...rest }: WishRecord): WishRow => ({ ...rest, unitCode: codeOfScope(scopeCode) })

/** One row as lists show it; what a command answers with. */
export async function getWishRow({ tx, actor }: Context, id: string): Promise<WishRow> {
  const { rows } = await sql<WishRecord>`select ${wishColumns} from aid.wishes r ${wishJoins}
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return wishRowOf(rows[0])
}
