import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { GiftRow } from '../../contract.ts'

/** A gift as the database gives it for a list. */
export type GiftRecord = Omit<GiftRow, 'unitCode'> & { scopeCode: string; changedText: string }

/** Columns of a gift in a list; `r` is the gift, `u` the unit, `f` the fund. */
export const giftColumns = sql`
  r.id, r.scope_code::text as scope_code, u.name as unit_name, r.book_id, r.donor_id, r.donor_kind, r.donor_label, r.form,
    r.amount_fen::float8 as amount_fen, r.fund_id,
  f.name as fund_name, r.project_label, r.promised_on, r.received_on, r.status, r.receipt_number, r.version, r.updated_at::text as changed_text`

/** What a list of gifts is joined with. */
export const giftJoins = (cityId: number) => sql`
  join organization.published_units u on u.city_id = ${cityId} and u.id = r.unit_id
  join ledger.published_funds f on f.city_id = ${cityId} and f.id = r.fund_id`

/** A record as it crosses the wire. */
export const giftRowOf = ({ scopeCode, changedText: _text, ...rest }: GiftRecord): GiftRow => ({ ...rest, unitCode: codeOfScope(scopeCode) })

/** One row as lists show it; what a command answers with. */
export async function getGiftRow({ tx, actor }: Context, id: string): Promise<GiftRow> {
  const { rows } = await sql<GiftRecord>`select ${giftColumns} from charity.gifts r ${giftJoins(actor.cityId)}
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return giftRowOf(rows[0])
}
