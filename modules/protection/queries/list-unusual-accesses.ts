import { sql } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import type { ListQuery } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustReadUnusualAccess } from '../access.ts'
import type { UnusualAccess } from '../contract.ts'
import { readTimePage, type TimePage } from './steps/read-page.ts'

/** Columns of one unusual access, of the table named `item` and its unit named `unit`. */
export const unusualColumns = sql`item.id, item.scope_code::text as scope_code, unit.name as unit_name, item.rule, item.person_name, item.happened_on,
  item.count, item.due_on, item.status, item.explanation, item.decided_name, item.incident_id, item.account_id, item.version, item.created_at`

/** One unusual access as it is stored. */
export type UnusualRecord = Omit<UnusualAccess, 'unitCode' | 'isOwn'> & { scopeCode: string; accountId: string; createdAt: Date }
type Input = Omit<ListQuery, 'q'> & { status?: UnusualAccess['status'] | undefined; rule?: UnusualAccess['rule'] | undefined }

/** What the rules found in the reading of a range, the newest first; no child is named. */
export async function listUnusualAccesses(context: Context, input: Input): Promise<TimePage<UnusualAccess>> {
  mustReadUnusualAccess(context.actor)
  const { actor } = context
  const { lo, hi } = rangeOf(actor, input.unit)
  const where = sql`item.scope_code >= ${lo}::bigint and item.scope_code <= ${hi}::bigint
    and (${input.status ?? null}::text is null or item.status = ${input.status ?? null})
    and (${input.rule ?? null}::text is null or item.rule = ${input.rule ?? null})`
  const page = await readTimePage<UnusualRecord>(context, {
    select: sql`select ${unusualColumns} from protection.unusual_accesses item
      join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = item.unit_id
     where item.city_id = ${actor.cityId} and ${where}`,
    count: sql`select 1 from protection.unusual_accesses item where item.city_id = ${actor.cityId} and ${where}`,
    after: input.after, limit: input.limit,
  })
  return { ...page, items: page.items.map((record) => unusualOf(context, record)) }
}

/** The record as it crosses the wire. */
export function unusualOf({ actor }: Context, { scopeCode, accountId, createdAt: _at, ...row }: UnusualRecord): UnusualAccess {
  return { ...row, unitCode: codeOfScope(scopeCode), isOwn: accountId === actor.accountId }
}
