import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { PlanRow } from '../../contract.ts'
import { childLabelOf } from '../../rules/words.ts'

/** A plan as the database gives it for a list. */
export type PlanRecord = Omit<PlanRow, 'unitCode' | 'childLabel'> & { scopeCode: string; maskedName: string | null; ageBand: string | null }

/** Columns of a plan in a list; `p` is the plan, `ch` the child's card, `u` the unit. */
export const planColumns = sql`
  p.id, p.scope_code::text as scope_code, u.name as unit_name, p.case_id, ch.masked_name, ch.age_band, p.status, p.from_on, p.until_on, p.review_on,
  p.written_name, p.version,
  (select count(*)::int from care.plan_goals g where g.city_id = p.city_id and g.plan_id = p.id) as goals,
  (select count(*)::int from care.plan_goals g where g.city_id = p.city_id and g.plan_id = p.id and g.outcome = 'reached') as goals_reached,
  (select count(*)::int from care.plan_reviews r where r.city_id = p.city_id and r.plan_id = p.id) as reviews`

/** What a list of plans is joined with. */
export const planJoins = sql`
  join care.cases c on c.city_id = p.city_id and c.id = p.case_id
  left join children.published_children ch on ch.city_id = p.city_id and ch.id = p.child_id
  left join organization.published_units u on u.city_id = p.city_id and u.id = c.unit_id`

/** A record as it crosses the wire. */
export function planRowOf({ scopeCode, maskedName, ageBand, ...rest }: PlanRecord): PlanRow {
  return { ...rest, unitCode: codeOfScope(scopeCode), childLabel: maskedName === null || ageBand === null ? '某' : childLabelOf({ maskedName, ageBand }) }
}

/** One plan as lists show it; what a command answers with. */
export async function getPlanRow({ tx, actor }: Context, id: string): Promise<PlanRow> {
  const { rows } = await sql<PlanRecord>`select ${planColumns} from care.plans p ${planJoins}
    where p.city_id = ${actor.cityId} and p.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return planRowOf(rows[0])
}
