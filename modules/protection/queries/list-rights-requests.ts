import { sql, type RawBuilder } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustRecordRights } from '../access.ts'
import type { RightsListQuery, RightsRequestRow } from '../contract.ts'
import { isReplyLate } from '../rules/rights.ts'
import { readTimePage, type TimePage } from './steps/read-page.ts'

type Row = Omit<RightsRequestRow, 'unitCode' | 'isLate'> & { scopeCode: string; createdAt: Date }

/** Requests of children and guardians in a range, the newest first; nobody is named. */
export async function listRightsRequests(context: Context, input: RightsListQuery): Promise<TimePage<RightsRequestRow>> {
  mustRecordRights(context.actor)
  const { actor, today } = context
  const where = wished(context, input)
  const page = await readTimePage<Row>(context, {
    select: sql`select item.id, item.scope_code::text as scope_code, unit.name as unit_name, item.child_id, coalesce(child.masked_name,
      '已转出的孩子') as masked_name, item.kind, item.asked_by,
        item.received_on, item.due_on, item.counts_calendar_days, item.status, item.result, item.sent_on, item.created_at
      from protection.rights_requests item
      left join children.published_files child on child.city_id = ${actor.cityId} and child.id = item.child_id
      join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = item.unit_id
     where item.city_id = ${actor.cityId} and ${where}`,
    count: sql`select 1 from protection.rights_requests item where item.city_id = ${actor.cityId} and ${where}`,
    after: input.after, limit: input.limit,
  })
  return {
    ...page, items: page.items.map(({ scopeCode, createdAt: _at, ...row }) => ({ ...row, unitCode: codeOfScope(scopeCode), isLate: isReplyLate(row, today) })),
  }
}

function wished({ actor, today }: Context, input: RightsListQuery): RawBuilder<unknown> {
  const { lo, hi } = rangeOf(actor, input.unit)
  const parts = [sql`item.scope_code >= ${lo}::bigint and item.scope_code <= ${hi}::bigint`]
  if (input.status !== undefined) parts.push(sql`item.status = ${input.status}`)
  if (input.kind !== undefined) parts.push(sql`item.kind = ${input.kind}`)
  if (input.childId !== undefined) parts.push(sql`item.child_id = ${input.childId}`)
  if (input.late !== undefined) parts.push(sql`(coalesce(item.sent_on, ${today}::date) > item.due_on) = ${input.late}`)
  return sql.join(parts, sql` and `)
}
