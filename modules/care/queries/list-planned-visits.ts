import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadCases } from '../access.ts'
import type { careContract } from '../contract.ts'
import { ofVisible } from './case-rows.ts'
import { findChildIds } from './find-children.ts'
import { plannedColumns, plannedJoins, plannedOf, type Planned, type PlannedRecord } from './planned-rows.ts'

type Input = z.output<NonNullable<(typeof careContract.listPlannedVisits)['~orpc']['inputSchema']>>

/** Visits planned and not yet made, in the order of their days. */
export async function listPlannedVisits(context: Context, input: Input): Promise<{
  items: Planned[]; next: string | null; total: number; totalIsCapped: boolean
}> {
  const { tx, actor } = context
  mustReadCases(actor)
  const childIds = await findChildIds(context, input)
  const { lo, hi } = rangeOf(actor, input.unit)
  const named = childIds === undefined ? sql`` : sql` and c.child_id = any (${childIds}::uuid[])`
  const from = input.from === undefined ? sql`` : sql` and n.planned_on >= ${input.from}::date`
  const to = input.to === undefined ? sql`` : sql` and n.planned_on <= ${input.to}::date`
  const volunteer = input.volunteer === undefined ? sql`` : sql` and n.volunteer_id = ${input.volunteer}`
  const where = sql`n.status = 'planned' and n.scope_code >= ${lo}::bigint and n.scope_code <= ${hi}::bigint${
    ofVisible(context)}${named}${from}${to}${volunteer}`
  const after = cursorOf(input.after, 'day', 'id')
  const beyond = after === undefined ? sql`` : sql` and (n.planned_on, n.id) > (${after[0]}::date, ${after[1]}::uuid)`
  const [page, count] = await Promise.all([
    sql<PlannedRecord>`select ${plannedColumns} from care.planned_visits n ${plannedJoins} where n.city_id = ${actor.cityId} and ${where}${beyond}
      order by n.planned_on, n.id limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (
      select 1 from care.planned_visits n ${plannedJoins} where n.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const items = page.rows.slice(0, input.limit).map(plannedOf)
  const last = page.rows.length > input.limit ? items.at(-1) : undefined
  const total = count.rows[0]?.count ?? 0
  return { items, next: last === undefined ? null : encodeCursor([last.plannedOn, last.id]), total: Math.min(total, countCap), totalIsCapped: total > countCap }
}
