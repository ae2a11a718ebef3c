import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { ageBandLabel, type AgeBand } from '#platform/values/mask.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { Arrival } from '../../contract.ts'

/** An arrival as the database gives it. */
export type ArrivalRecord = Omit<Arrival, 'unitCode' | 'childLabel'> & { scopeCode: string; maskedName: string | null; ageBand: string | null }

/** Columns of an arrival; `l` is the letter, `ch` the child's card. */
export const arrivalColumns = sql`
  l.id, lpad(l.scope_code::text, 18, '0') as scope_code, l.person_name, l.device_name, l.code, l.status, l.case_id, l.written_at, l.received_at,
  l.decided_name, l.decided_at, l.reason, l.visit_id, l.version, ch.masked_name, ch.age_band`

/** What an arrival is joined with. */
export const arrivalJoins = sql`left join children.published_children ch on ch.city_id = l.city_id and ch.id = l.child_id`

/** A letter that was recorded by itself is no arrival. */
export const isArrival = sql`l.kind = 'visit' and l.code <> 'recorded'`

/** A record as it crosses the wire. */
export function arrivalOf({ scopeCode, maskedName, ageBand, ...rest }: ArrivalRecord): Arrival {
  const childLabel = maskedName === null || ageBand === null ? null : `${maskedName} · ${ageBandLabel(ageBand as AgeBand)}`
  return { ...rest, unitCode: codeOfScope(scopeCode), childLabel }
}

/** What the office decides about. */
export type HeldArrival = ArrivalRecord & {
  deviceId: string; itemId: string; accountId: string; volunteerId: string | null; childId: string | null; wrappedKey: Buffer | null; sealed: Buffer | null
}

/** One arrival of the caller's range, locked where it is to be decided; not found otherwise. */
export async function getHeldArrival({ tx, actor }: Context, id: string, { locks }: { locks: boolean }): Promise<HeldArrival> {
  const { rows } = await sql<HeldArrival>`
    select ${arrivalColumns}, l.device_id, l.item_id, l.account_id, l.volunteer_id, l.child_id, l.wrapped_key, l.sealed from phone.letters l ${arrivalJoins}
     where l.city_id = ${actor.cityId} and l.id = ${id} and ${isArrival}${locks ? sql` for update of l` : sql``}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}
