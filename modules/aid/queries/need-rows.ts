import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { NeedRow } from '../contract.ts'
import { isOverdue } from '../rules/acting.ts'
import { ofVisible } from './range-rows.ts'

/** A need as the database gives it for a list. */
export type NeedRecord = Omit<NeedRow, 'unitCode' | 'isOverdue'> & { scopeCode: string; changedText: string }

/** Columns of a need in a list. */
export const needColumns = sql`
  r.id, r.scope_code::text as scope_code, u.name as unit_name, r.case_id, r.child_id, r.label, r.kind, coalesce(k.name, r.kind) as kind_name, r.reach,
  r.amount_fen::float8 as amount_fen, r.wanted_by, r.status, r.raised_on, r.raised_name, r.decided_on, r.decided_name, r.version,
  r.updated_at::text as changed_text`
/** What a list of needs is joined with. */
export const needJoins = sql`
  join organization.published_units u on u.city_id = r.city_id and u.id = r.unit_id
  left join aid.kinds k on k.code = r.kind and k.valid_from <= r.raised_on and (k.valid_until is null or k.valid_until >= r.raised_on)`

/** A record as it crosses the wire. */
export function needRowOf({ scopeCode, changedText: _text, ...rest }: NeedRecord, today: string): NeedRow {
  return { ...rest, unitCode: codeOfScope(scopeCode), isOverdue: isOverdue(rest, today) }
}

/** One row as lists show it; what a command answers with. */
export async function getNeedRow(context: Context, id: string): Promise<NeedRow> {
  const { tx, actor, today } = context
  const { rows } = await sql<NeedRecord>`select ${needColumns} from aid.needs r ${needJoins}
    where r.city_id = ${actor.cityId} and r.id = ${id} and ${ofVisible(context)}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return needRowOf(rows[0], today)
}
