import { sql, type RawBuilder } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadReports } from '../access.ts'
import type { ReportRow, Situation, Status } from '../contract.ts'
import { ofReader, reportColumns, reportJoins, reportRowOf, type ReportRecord } from './report-rows.ts'

type Wish = { unit?: string | undefined; status?: Status | undefined; situation?: Situation | undefined; after?: string | undefined; limit: number }

/** The reports for which the caller is named, those nobody opened first. */
export async function listReports(
  context: Context, input: Wish,
): Promise<{ items: ReportRow[]; next: string | null; total: number; totalIsCapped: boolean }> {
  mustReadReports(context.actor)
  const { tx, actor } = context
  const where = wished(context, input)
  const after = cursorOf(input.after, 'moment', 'id')
  const beyond = after === undefined ? sql`` : sql` and (r.filed_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const [page, count] = await Promise.all([
    sql<ReportRecord & { filedText: string }>`select ${reportColumns}, r.filed_at::text as filed_text from safeguarding.reports r ${reportJoins}
      where r.city_id = ${actor.cityId} and ${where}${beyond} order by r.filed_at desc, r.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from safeguarding.reports r
      where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const rows = page.rows.slice(0, input.limit)
  const last = page.rows.length > input.limit ? rows.at(-1) : undefined
  const total = count.rows[0]?.count ?? 0
  return {
    items: rows.map(({ filedText: _text, ...row }) => reportRowOf(row)), next: last === undefined ? null : encodeCursor([last.filedText, last.id]),
    total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}

function wished(context: Context, input: Wish): RawBuilder<unknown> {
  const { lo, hi } = rangeOf(context.actor, input.unit)
  const parts = [sql`r.scope_code >= ${lo}::bigint and r.scope_code <= ${hi}::bigint and ${ofReader(context)}`]
  if (input.status !== undefined) parts.push(sql`r.status = ${input.status}`)
  if (input.situation !== undefined) parts.push(sql`${input.situation} = any (r.situations)`)
  return sql.join(parts, sql` and `)
}
