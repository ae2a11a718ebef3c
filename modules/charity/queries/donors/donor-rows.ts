import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { DonorKind, DonorRow } from '../../contract.ts'

/** A donor as the database gives it for a list. */
export type DonorRecord = Omit<DonorRow, 'unitCode'> & { scopeCode: string; changedText: string }

/** Columns of a donor in a list; `r` is the donor, `u` the unit, `g` what stands of the gifts. */
export const donorColumns = sql`
  r.id, r.scope_code::text as scope_code, u.name as unit_name, r.kind, r.label, r.credit_code, r.is_named, coalesce(g.count, 0)::int as gift_count,
  coalesce(g.fen, 0)::float8 as given_fen, g.last_on as last_given_on, r.version, r.updated_at::text as changed_text`

/** What a list of donors is joined with. */
export const donorJoins = (cityId: number) => sql`
  join organization.published_units u on u.city_id = ${cityId} and u.id = r.unit_id
  left join lateral (select count(*) as count, sum(x.amount_fen) as fen, max(x.received_on) as last_on from charity.gifts x
    where x.city_id = ${cityId} and x.donor_id = r.id and x.status = 'confirmed') g on true`

/** A record as it crosses the wire. */
export const donorRowOf = ({ scopeCode, changedText: _text, ...rest }: DonorRecord): DonorRow => ({ ...rest, unitCode: codeOfScope(scopeCode) })

/** One row as lists show it; not found outside the range. */
export async function getDonorRow({ tx, actor }: Context, id: string): Promise<DonorRow> {
  const { rows } = await sql<DonorRecord>`select ${donorColumns} from charity.donors r ${donorJoins(actor.cityId)}
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return donorRowOf(rows[0])
}

/** The record that took a donor over; null for one that stands alone. */
export async function findMergedInto({ tx, actor }: Context, id: string): Promise<string | null> {
  const row = await tx.selectFrom('charity.donors').select('mergedInto').where('cityId', '=', actor.cityId).where('id', '=', id).executeTakeFirst()
  return row?.mergedInto ?? null
}

/** A donor with what is sealed. */
export type HeldDonor = {
  id: string; scopeCode: string; unitId: string; kind: DonorKind; label: string; creditCode: string | null; isNamed: boolean; wrappedKey: Buffer | null
  sealedIdentity: Buffer | null; version: number
}

/** A donor the actor can see and that stands alone; not found otherwise. */
export async function loadDonor({ tx, actor }: Context, id: string, { isLocked = false } = {}): Promise<HeldDonor> {
  const { rows } = await sql<HeldDonor>`select r.id, r.scope_code::text as scope_code, r.unit_id, r.kind, r.label, r.credit_code, r.is_named, r.wrapped_key,
      r.sealed_identity, r.version from charity.donors r
    where r.city_id = ${actor.cityId} and r.id = ${id} and r.merged_into is null ${isLocked ? sql`for update of r` : sql``}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}
