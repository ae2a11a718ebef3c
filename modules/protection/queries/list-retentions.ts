import { sql } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor, type ListQuery } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustReadRetentions } from '../access.ts'
import type { Retention } from '../contract.ts'
import { isDueForErasure, retentionRules, type RetentionRule } from '../rules/retention.ts'
import type { TimePage } from './steps/read-page.ts'

type Row = Omit<Retention, 'unitCode' | 'isDue'> & { scopeCode: string }

/** Closed files of a range that still hold an identity, the first to be erased first. */
export async function listRetentions(context: Context, input: Omit<ListQuery, 'q'> & { due?: boolean | undefined }): Promise<TimePage<Retention>> {
  mustReadRetentions(context.actor)
  const { tx, actor, today } = context
  const { lo, hi } = rangeOf(actor, input.unit)
  const due = input.due === undefined ? sql`` : sql` and (kept.keep_until < ${today}::date) = ${input.due}`
  const where = sql`kept.scope_code >= ${lo}::bigint and kept.scope_code <= ${hi}::bigint${due}`
  const [day, id] = input.after === undefined ? [] : cursorOf(input.after, 'day', 'id')
  const after = day === undefined ? sql`` : sql` and (kept.keep_until, kept.child_id) > (${day}::date, ${id}::uuid)`
  const [page, count] = await Promise.all([
    sql<Row>`select child.id, kept.scope_code::text as scope_code, unit.name as unit_name, child.masked_name, kept.closed_on, kept.keep_until
      from protection.retentions kept
      join children.published_files child on child.city_id = ${actor.cityId} and child.id = kept.child_id and child.status = 'closed'
      join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = child.unit_id
     where kept.city_id = ${actor.cityId} and ${where}${after} order by kept.keep_until, kept.child_id limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from protection.retentions kept
      join children.published_files child on child.city_id = ${actor.cityId} and child.id = kept.child_id and child.status = 'closed'
     where kept.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const shown = page.rows.slice(0, input.limit)
  const last = page.rows.length > input.limit ? shown.at(-1) : undefined
  const total = count.rows[0]?.count ?? 0
  return {
    items: shown.map(({ scopeCode, ...row }) => ({ ...row, unitCode: codeOfScope(scopeCode), isDue: isDueForErasure(row, today) })),
    next: last === undefined ? null : encodeCursor([last.keepUntil, last.id]), total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}

/** How long each kind of record is kept, and why. */
export async function listRetentionRules({ actor }: Context): Promise<{ items: RetentionRule[] }> {
  mustReadRetentions(actor)
  return { items: [...retentionRules] }
}
