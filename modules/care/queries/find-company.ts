import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Medium } from '../contract.ts'
import type { Company } from '../rules/company.ts'
import { findFirstVisits } from './visits/find-first-visits.ts'

/** A visit that was made, with who went and how many visits that volunteer had made within the pairing before. */
export type VisitCompany = Company & { visitId: string; scopeCode: string; volunteerName: string }

/**
 * The company of visits that were made face to face by one volunteer without a worker; others need no second look. One statement for all.
 * Earlier visits are counted only as far as the rule asks, among those of the volunteer: others may go to the same child every day.
 */
export async function findCompany(context: Context, visitIds: readonly string[]): Promise<VisitCompany[]> {
  if (visitIds.length === 0) return []
  const { tx, actor } = context
  const firstVisits = await findFirstVisits(context)
  const { rows } = await sql<{ id: string; scopeCode: string; medium: Medium; volunteerName: string; madeBefore: number }>`
    select v.id, lpad(v.scope_code::text, 18, '0') as scope_code, v.medium, w.volunteer_name,
      (select count(*)::int from (
         select from (
           select x.visit_id from care.visit_volunteers x
            where x.city_id = v.city_id and x.volunteer_id = w.volunteer_id and x.made_on <= v.made_on
              and x.made_on >= (select max(p.from_on) from care.pairings p where p.city_id = v.city_id and p.case_id = v.case_id
                and p.volunteer_id = w.volunteer_id and p.from_on <= v.made_on) offset 0) as gone
           join care.visits e on e.city_id = v.city_id and e.id = gone.visit_id
          where e.case_id = v.case_id and e.outcome = 'made' and e.voided_at is null and e.medium in ('home', 'outing') and e.id <> v.id
          limit ${firstVisits}) as earlier) as made_before
      from care.visits v join care.visit_volunteers w on w.city_id = v.city_id and w.visit_id = v.id
     where v.city_id = ${actor.cityId} and v.id = any (${[...visitIds]}::uuid[]) and v.outcome = 'made' and v.voided_at is null and not v.with_worker
       and v.medium in ('home', 'outing')
       and not exists (select from care.visit_volunteers o where o.city_id = v.city_id and o.visit_id = v.id and o.volunteer_id <> w.volunteer_id)`.execute(tx)
  return rows.map(({ id, ...row }) => ({ ...row, visitId: id, volunteers: 1, withWorker: false, firstVisits }))
}
