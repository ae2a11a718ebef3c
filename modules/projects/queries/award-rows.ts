import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { AwardRow } from '../contract.ts'

/** An award as the database gives it for a list. */
export type AwardRecord = Omit<AwardRow, 'unitCode'> & { scopeCode: string; changedText: string }

/** Columns of an award in a list; `r` is the award. Its batch is named to those alone who see the books. */
export const awardColumns = sql`r.id, r.scope_code::text as scope_code, u.name as unit_name, r.kind, coalesce(k.name, r.kind) as kind_name, r.label,
  r.child_id is null as is_outside, r.people_count, r.amount_fen::float8 as amount_fen, r.payee_label, r.account_tail, r.account_problem, r.refusal_kind,
  r.status, (select b.id from projects.batches b where b.city_id = r.city_id and b.id = r.batch_id) as batch_id,
  r.applied_on, r.applied_name, r.paid_on, r.received_on, r.version,
  r.updated_at::text as changed_text`

/** What a list of awards is joined with. */
export const awardJoins = sql`
  join organization.published_units u on u.city_id = r.city_id and u.id = r.unit_id
  left join projects.award_kinds k on k.code = r.kind and k.valid_from <= r.applied_on and (k.valid_until is null or k.valid_until >= r.applied_on)`

/** A record as it crosses the wire. */
export const awardRowOf = ({ scopeCode, changedText: _text, ...rest }: AwardRecord): AwardRow => ({ ...rest, unitCode: codeOfScope(scopeCode) })

/** One row as lists show it; not found outside the range. */
export async function getAwardRow({ tx, actor }: Context, id: string): Promise<AwardRow> {
  const { rows } = await sql<AwardRecord>`select ${awardColumns} from projects.awards r ${awardJoins}
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return awardRowOf(rows[0])
}
