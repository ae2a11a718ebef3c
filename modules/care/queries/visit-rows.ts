import { sql, type RawBuilder } from 'kysely'
import { dayInChina } from '#platform/values/local-date.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mayCorrectAnyVisit, visibleCases } from '../access.ts'
import type { Visit } from '../contract.ts'
import { mayCorrect } from '../rules/visiting.ts'
import { childLabelOf } from '../rules/words.ts'

/** A visit as the database gives it for a list. */
export type VisitRecord = Omit<Visit, 'unitCode' | 'childLabel' | 'mayCorrect'> & {
  scopeCode: string; maskedName: string | null; ageBand: string | null; recordedBy: string | null
}

/** Columns of a visit in a list; `v` is the visit, `ch` the child's card. */
export const visitColumns = sql`
  v.id, v.scope_code::text as scope_code, v.case_id, v.child_id, ch.masked_name, ch.age_band, v.made_on, v.medium, v.minutes, v.outcome,
  v.purpose, v.attempt_reason,
  v.recorded_by, v.recorded_name, v.recorded_at, v.on_behalf_of, v.sealed_note is not null as has_note, v.voided_at, v.void_reason, v.version,
  (select coalesce(json_agg(json_build_object('volunteerId', w.volunteer_id, 'name', w.volunteer_name) order by w.volunteer_id), '[]')
     from care.visit_volunteers w where w.city_id = v.city_id and w.visit_id = v.id) as volunteers`

/** The card of the child of a visit. */
export const visitJoins = sql`left join children.published_children ch on ch.city_id = v.city_id and ch.id = v.child_id`

/** Narrows to visits of the days on which a volunteer was paired with the case, and to those of the pairing taken over, where the office opened them. */
export function ofVisibleVisits({ actor, today }: Context): RawBuilder<unknown> {
  const { onlyOf } = visibleCases(actor)
  return onlyOf === null ? sql`` : sql` and (exists (select 1 from care.pairings own
    where own.city_id = ${actor.cityId} and own.case_id = v.case_id and own.volunteer_id = ${onlyOf}
      and v.made_on >= own.from_on and (own.until_on is null or v.made_on <= own.until_on))
    or ${isHandedOver({ cityId: actor.cityId, volunteerId: onlyOf, today })})`
}

/** A visit of the pairing that a volunteer took over with its notes, as long as the own pairing lasts; `v` is the visit. */
export const isHandedOver = ({ cityId, volunteerId, today }: { cityId: number; volunteerId: string; today: string }): RawBuilder<unknown> => sql`exists (
  select 1 from care.pairings own
    join care.pairings before on before.city_id = own.city_id and before.id = own.predecessor_id
    join care.visit_volunteers w on w.city_id = own.city_id and w.visit_id = v.id and w.volunteer_id = before.volunteer_id
   where own.city_id = ${cityId} and own.case_id = v.case_id and own.volunteer_id = ${volunteerId} and own.may_read_earlier
     and own.from_on <= ${today}::date and (own.until_on is null or own.until_on >= ${today}::date)
     and v.made_on >= before.from_on and (before.until_on is null or v.made_on <= before.until_on))`

/** A record as it crosses the wire. */
export function visitOf(context: Context, record: VisitRecord): Visit {
  const { scopeCode, maskedName, ageBand, recordedBy, ...rest } = record
  return {
    ...rest, unitCode: codeOfScope(scopeCode), childLabel: maskedName === null || ageBand === null ? '某' : childLabelOf({ maskedName, ageBand }),
    mayCorrect: rest.voidedAt === null && mayCorrectNow(context, { recordedBy, recordedAt: rest.recordedAt }),
  }
}

/** Whether the actor may still correct what was recorded. */
export function mayCorrectNow({ actor, today }: Context, visit: { recordedBy: string | null; recordedAt: Date }): boolean {
  return actor.permissions.has('visit.correct') && mayCorrect({
    isOwn: visit.recordedBy === actor.accountId, mayCorrectAny: mayCorrectAnyVisit(actor), recordedOn: dayInChina(visit.recordedAt), today,
  })
}
