import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { Round } from '../contract.ts'
import { stepOf } from './round-step.ts'

/** A round as the database gives it. */
export type RoundRecord = Omit<Round, 'unitCode' | 'step'> & { scopeCode: string }

/** Columns of a round; `r` is the round, `u` its unit. */
export const roundColumns = sql`
  r.id, r.scope_code::text as scope_code, u.name as unit_name, r.status, r.requested_name, r.requested_at, r.finished_at, r.failure,
  r.child_count, r.volunteer_count, r.proposed_count, r.unserved_count`

/** What a round is joined with. */
export const roundJoins = sql`join organization.published_units u on u.city_id = r.city_id and u.id = r.unit_id`

/** A record as it crosses the wire. */
export const roundOf = ({ scopeCode, ...rest }: RoundRecord): Round =>
  ({ ...rest, unitCode: codeOfScope(scopeCode), step: rest.status === 'requested' ? stepOf(rest.id) : null })

/** One round of the caller's range. */
export async function getRoundRow({ tx, actor }: Context, id: string): Promise<Round> {
  const { rows } = await sql<RoundRecord>`select ${roundColumns} from matching.rounds r ${roundJoins}
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return roundOf(rows[0])
}
