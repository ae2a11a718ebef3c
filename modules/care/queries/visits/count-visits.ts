import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** How many visits a volunteer has made in a case, or means to make, before a day: within the pairing that holds on that day. */
export async function countVisits(
  { tx, actor }: Context, { caseId, volunteerId, before }: { caseId: string; volunteerId: string; before: string }
): Promise<{ made: number; planned: number }> {
  const { rows } = await sql<{ made: number; planned: number }>`
    with own as (select max(p.from_on) as from_on from care.pairings p where p.city_id = ${actor.cityId} and p.case_id = ${caseId}
      and p.volunteer_id = ${volunteerId} and p.from_on <= ${before}::date)
    select (select count(*)::int from care.visits v join care.visit_volunteers w on w.city_id = v.city_id and w.visit_id = v.id, own
             where v.city_id = ${actor.cityId} and v.case_id = ${caseId} and w.volunteer_id = ${volunteerId} and v.outcome = 'made' and v.voided_at is null
               and v.medium in ('home', 'outing') and v.made_on >= own.from_on and v.made_on <= ${before}::date) as made,
      (select count(*)::int from care.planned_visits n, own
        where n.city_id = ${actor.cityId} and n.case_id = ${caseId} and n.volunteer_id = ${volunteerId} and n.status = 'planned'
          and n.medium in ('home', 'outing') and n.planned_on < ${before}::date and n.planned_on >= own.from_on) as planned`.execute(tx)
  return rows[0] ?? { made: 0, planned: 0 }
}
