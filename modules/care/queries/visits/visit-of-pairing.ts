import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

type OfPairing = { caseId: string; volunteerId: string; fromOn: string; untilOn: string | null }

/** Day of the last visit the volunteer of a pairing made or tried within it; null where there is none. */
export async function findLastVisitOfPairing({ tx, actor }: Context, pairing: OfPairing): Promise<string | null> {
  const { rows } = await sql<{ madeOn: string | null }>`
    select max(v.made_on) as made_on from care.visit_volunteers w join care.visits v on v.city_id = w.city_id and v.id = w.visit_id
     where w.city_id = ${actor.cityId} and w.volunteer_id = ${pairing.volunteerId} and v.case_id = ${pairing.caseId} and v.voided_at is null
       and v.made_on >= ${pairing.fromOn}::date and (${pairing.untilOn}::date is null or v.made_on <= ${pairing.untilOn}::date)`.execute(tx)
  return rows[0]?.madeOn ?? null
}
