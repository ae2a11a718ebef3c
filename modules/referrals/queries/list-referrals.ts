import { sql, type RawBuilder } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, decodeCursor, encodeCursor } from '#platform/contract/paging.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
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
  const after = cursorOf(input.after)
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

/** The two parts of a cursor: a moment and an id. */
function cursorOf(after: string | undefined): [string, string] | undefined {
  if (after === undefined) return undefined
  const [first, second] = decodeCursor(after, 2) ?? []
  const holds = typeof first === 'string' && /^[1-9]\d{3}-(0[1-9]|1[0-2])-([0-2]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?[+-]\d\d(:\d\d)?$/.test(first)
    && !Number.isNaN(Date.parse(`${first.slice(0, 10)}T00:00:00Z`)) && typeof second === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(second)
  if (!holds) throw new InvalidInput([{ path: ['after'], message: '翻页位置不正确，请重新打开列表' }])
  return [first, second]
}
