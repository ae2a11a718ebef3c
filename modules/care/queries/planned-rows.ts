import { sql } from 'kysely'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { z } from 'zod'
import type { PlannedVisit } from '../contract.ts'
import { childLabelOf } from '../rules/words.ts'

/** A planned visit as it crosses the wire. */
export type Planned = z.infer<typeof PlannedVisit>
/** A planned visit as the database gives it. */
export type PlannedRecord = Omit<Planned, 'unitCode' | 'childLabel'> & { scopeCode: string; maskedName: string | null; ageBand: string | null }

/** Columns of a planned visit; `n` is the plan, `c` its case, `ch` the child's card. */
export const plannedColumns = sql`
  n.id, n.scope_code::text as scope_code, n.case_id, n.planned_on, n.medium, n.volunteer_id, n.with_worker, n.series_id, ch.masked_name, ch.age_band,
  (select json_build_object('everyWeeks', s.every_weeks, 'untilOn', s.until_on) from care.visit_series s
    where s.city_id = n.city_id and s.id = n.series_id) as series,
  (
    select p.volunteer_name from care.pairings p where p.city_id = n.city_id and p.case_id = n.case_id and p.volunteer_id = n.volunteer_id limit 1
  ) as volunteer_name,
  (
    select p.volunteer_name from care.pairings p where p.city_id = n.city_id and p.case_id = n.case_id and p.volunteer_id = n.second_volunteer_id limit 1
  ) as second_name`

/** What a planned visit is joined with. */
export const plannedJoins = sql`
  join care.cases c on c.city_id = n.city_id and c.id = n.case_id
  left join children.published_children ch on ch.city_id = c.city_id and ch.id = c.child_id`

/** A record as it crosses the wire. */
export function plannedOf({ scopeCode, maskedName, ageBand, ...rest }: PlannedRecord): Planned {
  return { ...rest, unitCode: codeOfScope(scopeCode), childLabel: maskedName === null || ageBand === null ? '某' : childLabelOf({ maskedName, ageBand }) }
}
