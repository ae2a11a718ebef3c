import { sql, type RawBuilder } from 'kysely'
import { codeOfScope, levelDepth } from '#platform/values/scope-code.ts'
import { allDays } from '../rules/period-keys.ts'
import type { Ground } from './counting.ts'
import { happenedBy, happenedWithin } from './counted-facts.ts'

/** Cities and counties keep who was present; below, and above where one city is the whole, facts are counted live. */
export function keepsPresences(lo: string): boolean {
  const depth = levelDepth(codeOfScope(lo))
  return depth === 2 || depth === 3
}

/** Distinct subjects from what is kept, put right by the facts that were not folded or lie after the day. */
export function presentSubjects(ground: Ground): RawBuilder<unknown>[] {
  const { plan, span } = ground
  const [key, ...others] = span.keys
  const flows = key !== undefined && others.length === 0
    ? [keptCount(ground, plan.flowSubjects, key), change(ground, flowChanges(ground), key)]
    : [overMonths(ground)]
  return [...flows, keptCount(ground, plan.stockSubjects, allDays), change(ground, stockChanges(ground), allDays)]
}

const keptCount = ({ cityId }: Ground, measures: string[], key: number) => sql`
  select node.lo, kept.measure, false, 0, 0, kept.count, 0 from node join figures.presence_counts kept on kept.scope_code = node.lo
   where kept.city_id = ${cityId} and kept.measure = any(${measures}::text[]) and kept.period = ${key}::int`

/** Only the subjects touched since are looked at: was counted, is counted. */
const change = ({ cityId }: Ground, changes: RawBuilder<unknown>, key: number) => sql`
  select touched.lo, touched.measure, false, 0, 0, (coalesce(kept.net, 0) + touched.delta > 0)::int - (coalesce(kept.net, 0) > 0)::int, 0
    from (select lo, measure, subject_id, sum(delta) as delta from (${changes}) changed where subject_id is not null group by lo, measure, subject_id) touched
    left join figures.presences kept on kept.city_id = ${cityId} and kept.scope_code = touched.lo and kept.measure = touched.measure
     and kept.period = ${key}::int and kept.subject_id = touched.subject_id`

const flowChanges = ({ plan, span }: Ground) => sql`
  select fact.lo, fact.measure, fact.subject_id, fact.sign as delta from fresh fact
   where fact.measure = any(${plan.flowSubjects}::text[]) and ${happenedWithin('fact', span)}`

const stockChanges = ({ plan, span }: Ground) => sql`
  select fact.lo, fact.measure, fact.subject_id, fact.sign as delta from fresh fact
   where fact.measure = any(${plan.stockSubjects}::text[]) and ${happenedBy('fact', span)}
  union all select moved.lo, moved.measure, moved.subject_id, -moved.sign from moved where moved.measure = any(${plan.stockSubjects}::text[])`

/** A quarter or an appraisal year has no count of its own: whoever was present in one of its months. */
const overMonths = (ground: Ground) => sql`
  select lo, measure, false, 0, 0, 1, 0 from (
    select node.lo, kept.measure, kept.subject_id, kept.net as delta from node join figures.presences kept on kept.scope_code = node.lo
     where kept.city_id = ${ground.cityId} and kept.measure = any(${ground.plan.flowSubjects}::text[]) and kept.period = any(${ground.span.keys}::int[])
    union all ${flowChanges(ground)}) present
   where subject_id is not null group by lo, measure, subject_id having sum(delta) > 0`

/** Distinct subjects counted from the facts themselves. */
export function liveSubjects({ cityId, plan, span }: Ground): RawBuilder<unknown>[] {
  const live = (measures: string[], within: RawBuilder<boolean>) => sql`
    select lo, measure, false, 0, 0, 1, 0 from (
      select node.lo, fact.measure, fact.subject_id from node join figures.facts fact on fact.scope_code between node.lo and node.hi
       where fact.city_id = ${cityId} and fact.measure = any(${measures}::text[]) and fact.subject_id is not null and ${within}
       group by node.lo, fact.measure, fact.subject_id having sum(fact.sign) > 0) present`
  return [live(plan.flowSubjects, happenedWithin('fact', span)), live(plan.stockSubjects, happenedBy('fact', span))]
}
