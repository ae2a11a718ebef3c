import { sql } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import type { ListQuery } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays, dayInChina } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustReadEmergencies } from '../access.ts'
import type { EmergencyAccess } from '../contract.ts'
import { findLimits } from './find-limits.ts'
import { readTimePage, type TimePage } from './steps/read-page.ts'

type Row = Omit<EmergencyAccess, 'unitCode' | 'openedAt' | 'dueOn' | 'isLate' | 'isOwn'> & { scopeCode: string; accountId: string; createdAt: Date }
type Input = Omit<ListQuery, 'q'> & { status?: EmergencyAccess['status'] | undefined; late?: boolean | undefined }

/** Files opened at once, the newest first, each with the day by which somebody must have looked at it. */
export async function listEmergencyAccesses(context: Context, input: Input): Promise<TimePage<EmergencyAccess>> {
  mustReadEmergencies(context.actor)
  const { actor, today } = context
  const { lo, hi } = rangeOf(actor, input.unit)
  const { emergencyDays } = await findLimits(context)
  const isLate = sql`((coalesce(item.decided_at, ${context.now}) at time zone 'Asia/Shanghai')::date
    > (item.created_at at time zone 'Asia/Shanghai')::date + ${emergencyDays}::int)`
  const where = sql`item.is_emergency and item.scope_code >= ${lo}::bigint and item.scope_code <= ${hi}::bigint
    and (${input.status ?? null}::text is null or item.status = ${input.status ?? null})
    ${input.late === undefined ? sql`` : sql` and ${isLate} = ${input.late}`}`
  const page = await readTimePage<Row>(context, {
    select: sql`select item.id, item.scope_code::text as scope_code, item.child_id, child.masked_name, item.person_name, unit.name as asking_unit_name,
        item.purpose, item.explanation, item.status, item.decided_name, item.decided_at, item.account_id, item.created_at
      from children.published_access_requests item
      join children.published_files child on child.city_id = ${actor.cityId} and child.id = item.child_id
      join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = item.unit_id
     where item.city_id = ${actor.cityId} and ${where}`,
    count: sql`select 1 from children.published_access_requests item where item.city_id = ${actor.cityId} and ${where}`,
    after: input.after, limit: input.limit,
  })
  return {
    ...page, items: page.items.map(({ scopeCode, accountId, createdAt, ...row }) => {
      const dueOn = addDays(dayInChina(createdAt), emergencyDays)
      const settledOn = row.decidedAt === null ? today : dayInChina(row.decidedAt)
      return { ...row, unitCode: codeOfScope(scopeCode), openedAt: createdAt, dueOn, isLate: settledOn > dueOn, isOwn: accountId === actor.accountId }
    }),
  }
}
