import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** Whether the file of a child stands; a merged record says what the one says that goes on, and one that the caller cannot see is taken to stand. */
const stands = (cityId: RawBuilder<unknown>, childId: RawBuilder<unknown>) => sql<boolean>`coalesce((
  select case own.status when 'merged' then coalesce((
      select kept.status from children.published_children kept where kept.city_id = own.city_id and kept.id = own.merged_into_id), 'registered')
    else own.status end
    from children.published_children own where own.city_id = ${cityId} and own.id = ${childId}), 'registered') = 'registered'`

/** The same of the child of `c`: nobody is sent to one whose file was closed. */
export const childStands = stands(sql.raw('c.city_id'), sql.raw('c.child_id'))
/** The same as a column. */
export const childRegisteredColumn = sql<boolean>`${childStands} as is_child_registered`

/** Whether a consent to being helped holds for the child of `c`, by the record that goes on; of one that the caller cannot see it is taken to hold. */
export const consentHolds = sql<boolean>`coalesce((
  select coalesce(kept.has_service_consent, own.has_service_consent) from children.published_children own
    left join children.published_children kept on own.status = 'merged' and kept.city_id = own.city_id and kept.id = own.merged_into_id
   where own.city_id = c.city_id and own.id = c.child_id), true)`
/** The same as a column. */
export const consentHoldsColumn = sql<boolean>`${consentHolds} as has_service_consent`

/** Which of these cases are without a consent today: no volunteer is sent to their children, who may be visited by a worker where safety asks for it. */
export async function findCasesWithoutConsent({ tx, actor }: Context, caseIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select c.id from care.cases c
    where c.city_id = ${actor.cityId} and c.id = any (${caseIds}::uuid[]) and not ${consentHolds}`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Whether the file of a child stands; a child whose file was closed is not visited any more. */
export async function isChildRegistered({ tx, actor }: Context, childId: string): Promise<boolean> {
  const { rows } = await sql<{ isRegistered: boolean }>`select ${stands(sql`${actor.cityId}::int`, sql`${childId}::uuid`)} as is_registered`.execute(tx)
  return rows[0]?.isRegistered ?? true
}
