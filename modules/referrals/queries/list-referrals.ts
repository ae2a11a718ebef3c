import { sql, type RawBuilder } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadReferrals } from '../access.ts'
import type { Party, ReferralRow, Status } from '../contract.ts'
import { referralColumns, referralJoins, referralRowOf, type ReferralRecord } from './referral-rows.ts'

type Wish = {
  unit?: string | undefined; party: Party; status?: Status | undefined; overdue?: boolean | undefined; childId?: string | undefined
  after?: string | undefined; limit: number
}

/** Referrals of one side of the range, the latest changed first. */
export async function listReferrals(
  context: Context, input: Wish,
): Promise<{ items: ReferralRow[]; next: string | null; total: number; totalIsCapped: boolean }> {
  mustReadReferrals(context.actor)
  const { tx, actor, today } = context
  const where = wished(context, input)
  const after = cursorOf(input.after, 'moment', 'id')
  const beyond = after === undefined ? sql`` : sql` and (r.updated_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const [page, count] = await Promise.all([
    sql<ReferralRecord>`select ${referralColumns} from referrals.referrals r ${referralJoins}
      where r.city_id = ${actor.cityId} and ${where}${beyond} order by r.updated_at desc, r.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from referrals.referrals r
      where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const rows = page.rows.slice(0, input.limit)
  const last = page.rows.length > input.limit ? rows.at(-1) : undefined
  const total = count.rows[0]?.count ?? 0
  return {
    items: rows.map((row) => referralRowOf(row, today)), next: last === undefined ? null : encodeCursor([last.changedText, last.id]),
    total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}

function wished({ actor, today }: Context, input: Wish): RawBuilder<unknown> {
  const { lo, hi } = rangeOf(actor, input.unit)
  const parts = [sql`r.scope_code >= ${lo}::bigint and r.scope_code <= ${hi}::bigint and r.party = ${input.party}`]
  if (input.status !== undefined) parts.push(sql`r.status = ${input.status}`)
  if (input.overdue === true) parts.push(sql`r.status = 'sent' and r.answer_due_on < ${today}::date`)
  if (input.overdue === false) parts.push(sql`(r.status <> 'sent' or r.answer_due_on >= ${today}::date)`)
  if (input.childId !== undefined) parts.push(sql`r.child_id = ${input.childId}`)
  return sql.join(parts, sql` and `)
}
