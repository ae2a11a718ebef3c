import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadCases } from '../access.ts'
import type { careContract, Visit } from '../contract.ts'
import { findChildIds } from './find-children.ts'
import { isUnread } from './visits/unread.ts'
import { ofVisibleVisits, visitColumns, visitJoins, visitOf, type VisitRecord } from './visit-rows.ts'

type Input = z.output<NonNullable<(typeof careContract.listVisits)['~orpc']['inputSchema']>>

/** Visits of a range, the latest first; never their notes. */
export async function listVisits(context: Context, input: Input): Promise<{ items: Visit[]; next: string | null; total: number; totalIsCapped: boolean }> {
  const { tx, actor } = context
  mustReadCases(actor)
  const childIds = await findChildIds(context, input)
  if (childIds?.length === 0) return { items: [], next: null, total: 0, totalIsCapped: false }
  const { lo, hi } = rangeOf(actor, input.unit)
  const where = sql`v.scope_code >= ${lo}::bigint and v.scope_code <= ${hi}::bigint${ofVisibleVisits(context)}${
    wished(context, input, childIds)}`
  const after = cursorOf(input.after, 'day', 'id')
  const beyond = after === undefined ? sql`` : sql` and (v.made_on, v.id) < (${after[0]}::date, ${after[1]}::uuid)`
  const [page, count] = await Promise.all([
    sql<VisitRecord>`with page as (select v.city_id, v.id from care.visits v
       where v.city_id = ${actor.cityId} and ${where}${beyond} order by v.made_on desc, v.id desc limit ${input.limit + 1})
      select ${visitColumns} from page join care.visits v on v.city_id = page.city_id and v.id = page.id ${visitJoins}
       order by v.made_on desc, v.id desc`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from care.visits v
       where v.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const records = page.rows.slice(0, input.limit)
  const last = page.rows.length > input.limit ? records.at(-1) : undefined
  const total = count.rows[0]?.count ?? 0
  return {
    items: records.map((record) => visitOf(context, record)), next: last === undefined ? null : encodeCursor([last.madeOn, last.id]),
    total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}

function wished({ actor, today }: Context, input: Input, childIds: string[] | undefined): RawBuilder<unknown> {
  const parts = [sql``]
  if (input.caseId !== undefined) parts.push(sql` and v.case_id = ${input.caseId}`)
  if (input.childId !== undefined) parts.push(sql` and v.child_id = ${input.childId}`)
  if (childIds !== undefined) parts.push(sql` and v.child_id = any (${childIds}::uuid[])`)
  if (input.outcome !== undefined) parts.push(sql` and v.outcome = ${input.outcome}`)
  if (input.purpose !== undefined) parts.push(sql` and v.purpose = ${input.purpose}`)
  if (input.attemptReason !== undefined) parts.push(sql` and v.attempt_reason = ${input.attemptReason}`)
  if (input.medium !== undefined) parts.push(sql` and v.medium = ${input.medium}`)
  if (input.from !== undefined) parts.push(sql` and v.made_on >= ${input.from}::date`)
  if (input.to !== undefined) parts.push(sql` and v.made_on <= ${input.to}::date`)
  if (input.voided !== undefined) parts.push(input.voided ? sql` and v.voided_at is not null` : sql` and v.voided_at is null`)
  if (input.unread !== undefined) {
    const unread = sql`exists (select 1 from care.visit_comments m where m.city_id = v.city_id and m.visit_id = v.id and ${isUnread(today)})`
    parts.push(input.unread ? sql` and ${unread}` : sql` and not ${unread}`)
  }
  if (input.volunteer !== undefined) {
    parts.push(
      sql` and exists (select 1 from care.visit_volunteers w where w.city_id = ${actor.cityId} and w.visit_id = v.id and w.volunteer_id = ${input.volunteer})`
    )
  }
  return sql.join(parts, sql``)
}
