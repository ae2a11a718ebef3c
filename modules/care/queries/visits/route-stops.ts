import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { Colour, Medium, RouteStop } from '../../contract.ts'
import { visibleCases } from '../../access.ts'
import { childLabelOf } from '../../rules/words.ts'
import { ofVisible } from '../case-rows.ts'
import { childStands, consentHolds, consentHoldsColumn } from '../closing/child-registered.ts'

/** A visit of a day or week with what its order needs. */
export type FoundStop = RouteStop & {
  childId: string; householdId: string | null
  /** Who is to go, and who goes along. */
  goers: { volunteerId: string; name: string }[]
}

type Row = {
  caseId: string; childId: string; scopeCode: string; unitName: string | null; maskedName: string | null; ageBand: string | null; colour: Colour; dueOn: string
  plannedOn: string | null; medium: Medium | null; volunteerId: string | null; volunteerName: string | null; secondVolunteerId: string | null
  secondName: string | null; withWorker: boolean; primaryId: string | null; primaryName: string | null; householdId: string | null
  hasServiceConsent: boolean
}
/** Which visits: planned from one day to another (overdue plans of the week before count among the first), or due by the last. */
export type StopsWanted = {
  lo: string; hi: string; fromOn: string; untilOn: string; withDue: boolean; ofVolunteers?: readonly string[] | undefined; limit: number
}

/**
 * Open cases that have a visit planned in the days asked for or, wished so, one due by the last of them and none planned later. A visit that nobody was
 * named for is the primary volunteer's. One row for each case: the earliest plan. To a child whose file was closed nobody goes, and no volunteer to one
 * whose family took its consent back.
 */
export async function findStops(context: Context, wanted: StopsWanted): Promise<FoundStop[]> {
  const { tx, actor } = context
  const { rows } = await sql<Row>`
    select c.id as case_id, c.child_id, lpad(c.scope_code::text, 18, '0') as scope_code, u.name as unit_name, ch.masked_name, ch.age_band, c.colour,
           c.next_visit_due_on as due_on, n.planned_on, n.medium, n.volunteer_id, coalesce(n.with_worker, false) as with_worker, n.second_volunteer_id,
           ${nameOf('n.volunteer_id')} as volunteer_name, ${nameOf('n.second_volunteer_id')} as second_name,
           primary_one.volunteer_id as primary_id, primary_one.volunteer_name as primary_name, h.household_id,
           ${consentHoldsColumn}
      from care.cases c
      left join lateral (select n.planned_on, n.medium, n.volunteer_id, n.with_worker, n.second_volunteer_id from care.planned_visits n
         where n.city_id = c.city_id and n.case_id = c.id and n.status = 'planned' and n.planned_on between ${wanted.fromOn}::date and ${wanted.untilOn}::date
         order by n.planned_on limit 1) n on true
      left join lateral (select p.volunteer_id, p.volunteer_name from care.pairings p where p.city_id = c.city_id and p.case_id = c.id and p.role = 'primary'
           and p.from_on <= ${wanted.untilOn}::date and (p.until_on is null or p.until_on >= ${wanted.untilOn}::date)
         order by p.from_on desc limit 1) primary_one on true
      left join children.published_children ch on ch.city_id = c.city_id and ch.id = c.child_id
      left join children.published_households h on h.city_id = c.city_id and h.id = c.child_id
      left join organization.published_units u on u.city_id = c.city_id and u.id = c.unit_id
     where c.city_id = ${actor.cityId} and c.scope_code >= ${wanted.lo}::bigint and c.scope_code <= ${wanted.hi}::bigint
       and c.status = 'open' and ${childStands}${ofVisible(context)}${visibleCases(actor).onlyOf === null ? sql`` : sql` and ${consentHolds}`}
       and (n.planned_on is not null or (${wanted.withDue} and c.next_visit_due_on <= ${wanted.untilOn}::date and not exists (
         select 1 from care.planned_visits later where later.city_id = c.city_id and later.case_id = c.id and later.status = 'planned'
            and later.planned_on > ${wanted.untilOn}::date)))${ofVolunteers(wanted.ofVolunteers)}
     order by n.planned_on nulls last, c.next_visit_due_on, c.id limit ${wanted.limit}`.execute(tx)
  return rows.map(stopOf)
}

const nameOf = (column: string): RawBuilder<unknown> => sql`(select p.volunteer_name from care.pairings p
  where p.city_id = c.city_id and p.case_id = c.id and p.volunteer_id = ${sql.ref(column)} limit 1)`

const ofVolunteers = (ids: readonly string[] | undefined): RawBuilder<unknown> => (ids === undefined ? sql`` : sql` and ${consentHolds} and (
  n.volunteer_id = any (${ids}::uuid[]) or n.second_volunteer_id = any (${ids}::uuid[])
  or (n.planned_on is null and primary_one.volunteer_id = any (${ids}::uuid[])))`)

function stopOf(row: Row): FoundStop {
  const goers = goersOf(row)
  return {
    caseId: row.caseId, childId: row.childId, unitCode: codeOfScope(row.scopeCode), unitName: row.unitName ?? '', colour: row.colour, dueOn: row.dueOn,
    childLabel: row.maskedName === null || row.ageBand === null ? '某' : childLabelOf({ maskedName: row.maskedName, ageBand: row.ageBand }),
    plannedOn: row.plannedOn, medium: row.medium, company: goers.map(({ name }) => name), withWorker: row.withWorker, householdId: row.householdId, goers,
  }
}

function goersOf({ hasServiceConsent, plannedOn, primaryId, primaryName, volunteerId, volunteerName, secondVolunteerId, secondName }: Row): FoundStop['goers'] {
  if (!hasServiceConsent) return []
  const named = plannedOn === null ? [[primaryId, primaryName]] as const : [[volunteerId, volunteerName], [secondVolunteerId, secondName]] as const
  return named.flatMap(([id, name]) => (id === null ? [] : [{ volunteerId: id, name: name ?? '' }]))
}
