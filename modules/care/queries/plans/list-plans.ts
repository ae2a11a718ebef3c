import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadPlans } from '../../access.ts'
import type { careContract, PlanRow } from '../../contract.ts'
import { findChildIds } from '../find-children.ts'
import { planColumns, planJoins, planRowOf, type PlanRecord } from './plan-rows.ts'

type Input = z.output<NonNullable<(typeof careContract.listPlans)['~orpc']['inputSchema']>>

/** Plans of a range, the one to be reviewed first in front; never what is written in them. */
export async function listPlans(context: Context, input: Input): Promise<{ items: PlanRow[]; next: string | null; total: number; totalIsCapped: boolean }> {
  const { tx, actor } = context
  mustReadPlans(actor)
  const childIds = await findChildIds(context, input)
  const { lo, hi } = rangeOf(actor, input.unit)
  const where = sql`p.scope_code >= ${lo}::bigint and p.scope_code <= ${hi}::bigint${
    childIds === undefined ? sql`` : sql` and p.child_id = any (${childIds}::uuid[])`}${
    input.caseId === undefined ? sql`` : sql` and p.case_id = ${input.caseId}`}${
    input.status === undefined ? sql`` : sql` and p.status = ${input.status}`}${
    input.reviewBy === undefined ? sql`` : sql` and p.status = 'approved' and p.review_on <= ${input.reviewBy}::date`}`
  const after = cursorOf(input.after, 'day', 'id')
  const beyond = after === undefined ? sql`` : sql` and (p.review_on, p.id) > (${after[0]}::date, ${after[1]}::uuid)`
  const [page, count] = await Promise.all([
    sql<PlanRecord>`select ${planColumns} from care.plans p ${planJoins} where p.city_id = ${actor.cityId} and ${where}${beyond}
      order by p.review_on, p.id limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (
      select 1 from care.plans p where p.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const items = page.rows.slice(0, input.limit).map(planRowOf)
  const last = page.rows.length > input.limit ? items.at(-1) : undefined
  const total = count.rows[0]?.count ?? 0
  return { items, next: last === undefined ? null : encodeCursor([last.reviewOn, last.id]), total: Math.min(total, countCap), totalIsCapped: total > countCap }
}
