import { sql, type RawBuilder } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadCases } from '../access.ts'
import type { CaseListQuery, CaseRow } from '../contract.ts'
import { caseColumns, caseJoins, caseRowOf, ofVisible, type CaseRecord } from './case-rows.ts'
import { recordsOf } from './closing/double-cases.ts'
import { findChildIds } from './find-children.ts'
import { isInVain } from './visits/in-vain.ts'
import { failuresInRow } from '../rules/visits/escalation.ts'

/** A page of cases. */
export type CasePage = { items: CaseRow[]; next: string | null; total: number; totalIsCapped: boolean }

/** Cases of a range, the latest changed first. */
export async function listCases(context: Context, input: CaseListQuery): Promise<CasePage> {
  mustReadCases(context.actor)
  const childIds = await findChildIds(context, input)
  if (childIds?.length === 0) return { items: [], next: null, total: 0, totalIsCapped: false }
  const where = sql`${inRange(context, input.unit)}${wished(context, input, childIds)}`
  const after = cursorOf(input.after, 'moment', 'id')
  const beyond = after === undefined ? sql`` : sql` and (c.updated_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  return readPage(context, { where, beyond, order: sql`c.updated_at desc, c.id desc`, limit: input.limit, keyOf: (last) => [last.changedAt, last.id] })
}

function wished({ actor, today }: Context, input: CaseListQuery, childIds: string[] | undefined): RawBuilder<unknown> {
  const parts = [sql``]
  if (input.status !== undefined) parts.push(sql` and c.status = ${input.status}`)
  if (input.colour !== undefined) parts.push(sql` and c.colour = ${input.colour}`)
  if (input.overdue === true) parts.push(sql` and c.status = 'open' and c.next_visit_due_on < ${today}::date`)
  if (input.overdue === false) parts.push(sql` and (c.status = 'closed' or c.next_visit_due_on >= ${today}::date)`)
  if (input.inVain !== undefined) parts.push(input.inVain ? sql` and ${isInVain(failuresInRow)}` : sql` and not (${isInVain(failuresInRow)})`)
  if (input.overrideWaiting !== undefined) {
    const waits = sql`c.status = 'open' and exists (select 1 from care.assessments a
      where a.city_id = c.city_id and a.case_id = c.id and a.override_status = 'pending')`
    parts.push(input.overrideWaiting ? sql` and ${waits}` : sql` and not (${waits})`)
  }
  if (input.childId !== undefined) parts.push(sql` and c.child_id = any (${recordsOf(actor.cityId, input.childId)}::uuid[])`)
  if (childIds !== undefined) parts.push(sql` and c.child_id = any (${childIds}::uuid[])`)
  if (input.volunteer !== undefined) {
    parts.push(sql` and exists (select 1 from care.pairings p where p.city_id = ${actor.cityId} and p.case_id = c.id and p.volunteer_id = ${input.volunteer}
      and p.from_on <= ${today}::date and (p.until_on is null or p.until_on >= ${today}::date))`)
  }
  return sql.join(parts, sql``)
}

/** The rows of the city and range asked for, among those one may see. */
export function inRange(context: Context, unit: string | undefined): RawBuilder<unknown> {
  const { lo, hi } = rangeOf(context.actor, unit)
  return sql`c.scope_code >= ${lo}::bigint and c.scope_code <= ${hi}::bigint${ofVisible(context)}`
}

type PageWish = { where: RawBuilder<unknown>; beyond: RawBuilder<unknown>; order: RawBuilder<unknown>; limit: number; keyOf: (last: CaseRecord) => string[] }

/** Finds the ids of a page first, then joins what the page shows; the count goes out with it. */
export async function readPage({ tx, actor, today }: Context, { where, beyond, order, limit, keyOf }: PageWish): Promise<CasePage> {
  const [page, count] = await Promise.all([
    sql<CaseRecord>`with page as (select c.city_id, c.id from care.cases c
       where c.city_id = ${actor.cityId} and ${where}${beyond} order by ${order} limit ${limit + 1})
      select ${caseColumns(today)} from page join care.cases c on c.city_id = page.city_id and c.id = page.id ${caseJoins} order by ${order}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from care.cases c
       where c.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const records = page.rows.slice(0, limit)
  const last = page.rows.length > limit ? records.at(-1) : undefined
  const total = count.rows[0]?.count ?? 0
  return {
    items: records.map((record) => caseRowOf(record, today)), next: last === undefined ? null : encodeCursor(keyOf(last)),
    total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}
