import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { addDays } from '#platform/values/local-date.ts'
import { mustReadCases, visibleCases } from '../access.ts'
import type { Medium } from '../contract.ts'
import { childStands, consentHolds } from './closing/child-registered.ts'

/** An open case with what is planned or due, as a day's work needs it. */
export type DayCaseRow = {
  id: string; scopeCode: string; version: number; childId: string; maskedName: string; ageBand: string | null
  nextVisitDueOn: string | null; lastMadeOn: string | null
  planned: { id: string; on: string; medium: Medium; secondName: string | null; withWorker: boolean } | null
}

/** Days for which a planned visit that nobody recorded is still shown. */
const lateDays = 7
/** More than anybody visits in two days. */
const most = 60

/**
 * What the caller has to do today and tomorrow: a volunteer, with the children of own lasting pairings; a worker, on planned visits where a worker
 * goes. A case without a plan is due by its day. A volunteer's other children follow, for whoever looks in on one unplanned.
 * A child whose file was closed is not among them, nor, for a volunteer, one whose family took its consent back.
 */
export async function listDayCases({ tx, actor, today }: Context): Promise<DayCaseRow[]> {
  mustReadCases(actor)
  const { onlyOf } = visibleCases(actor)
  const tomorrow = addDays(today, 1)
  const isMeant = onlyOf === null ? sql` and (n.volunteer_id is null or n.with_worker)` : sql``
  const isOwn = onlyOf === null ? sql`plan.id is not null` : sql`exists (select 1 from care.pairings own
    where own.city_id = ${actor.cityId} and own.case_id = c.id and own.volunteer_id = ${onlyOf}
      and own.from_on <= ${today}::date and (own.until_on is null or own.until_on >= ${today}::date)) and ${consentHolds}`
  const { rows } = await sql<DayCaseRow>`
    select c.id, c.scope_code::text as scope_code, c.version, c.child_id, coalesce(ch.masked_name, '某') as masked_name, ch.age_band,
      c.next_visit_due_on, c.last_made_on, case when plan.id is null then null else json_build_object('id', plan.id, 'on', plan.planned_on,
        'medium', plan.medium, 'withWorker', plan.with_worker, 'secondName', (select p.volunteer_name from care.pairings p
          where p.city_id = c.city_id and p.case_id = c.id and p.volunteer_id = plan.second_volunteer_id limit 1)) end as planned
      from care.cases c
      left join children.published_children ch on ch.city_id = c.city_id and ch.id = c.child_id
      left join lateral (select n.id, n.planned_on, n.medium, n.with_worker, n.second_volunteer_id from care.planned_visits n
        where n.city_id = ${actor.cityId} and n.case_id = c.id and n.status = 'planned'${isMeant}
          and n.planned_on between ${today}::date - ${lateDays}::int and ${tomorrow}::date
        order by abs(n.planned_on - ${today}::date), n.planned_on limit 1) plan on true
     where c.city_id = ${actor.cityId} and c.status = 'open' and ${childStands} and ${isOwn}
     order by plan.id is null and (c.next_visit_due_on is null or c.next_visit_due_on > ${tomorrow}::date), coalesce(plan.planned_on, c.next_visit_due_on),
       c.id limit ${most}`.execute(tx)
  return rows
}
