import { sql, type RawBuilder } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustRecordRights } from '../access.ts'
import type { RightsListQuery, RightsRequestRow } from '../contract.ts'
import { isReplyLate } from '../rules/rights.ts'
import { readTimeCursor } from './steps/time-cursor.ts'

type Row = Omit<RightsRequestRow, 'unitCode' | 'isLate'> & { scopeCode: string; createdAt: Date }

/** Requests of children and guardians in a range, the newest first; nobody is named. */
export async function listRightsRequests(
  context: Context, input: RightsListQuery,
): Promise<{ items: RightsRequestRow[]; next: string | null; total: number; totalIsCapped: boolean }> {
  mustRecordRights(context.actor)
  const { tx, actor, today } = context
  const where = wished(context, input)
  const [at, id] = input.after === undefined ? [] : readTimeCursor(input.after)
  const beyond = at === undefined ? sql`` : sql` and (asked.created_at, asked.id) < (${at}::timestamptz, ${id}::uuid)`
  const [page, count] = await Promise.all([
    sql<Row>`select asked.id, asked.scope_code::text as scope_code, unit.name as unit_name, asked.child_id, child.masked_name, asked.kind, asked.asked_by,
        asked.received_on, asked.due_on, asked.status, asked.result, asked.sent_on, asked.created_at
      from protection.rights_requests asked
      join children.published_files child on child.city_id = ${actor.cityId} and child.id = asked.child_id
      join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = asked.unit_id
     where asked.city_id = ${actor.cityId} and ${where}${beyond} order by asked.created_at desc, asked.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from protection.rights_requests asked
      where asked.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const shown = page.rows.slice(0, input.limit)
  const last = page.rows.length > input.limit ? shown.at(-1) : undefined
  const total = count.rows[0]?.count ?? 0
  return {
    items: shown.map(({ scopeCode, createdAt: _at, ...row }) => ({ ...row, unitCode: codeOfScope(scopeCode), isLate: isReplyLate(row, today) })),
    next: last === undefined ? null : encodeCursor([last.createdAt.toISOString(), last.id]), total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}

function wished({ actor, today }: Context, input: RightsListQuery): RawBuilder<unknown> {
  const { lo, hi } = rangeOf(actor, input.unit)
  const parts = [sql`asked.scope_code >= ${lo}::bigint and asked.scope_code <= ${hi}::bigint`]
  if (input.status !== undefined) parts.push(sql`asked.status = ${input.status}`)
  if (input.kind !== undefined) parts.push(sql`asked.kind = ${input.kind}`)
  if (input.childId !== undefined) parts.push(sql`asked.child_id = ${input.childId}`)
  if (input.late !== undefined) parts.push(sql`(coalesce(asked.sent_on, ${today}::date) > asked.due_on) = ${input.late}`)
  return sql.join(parts, sql` and `)
}
