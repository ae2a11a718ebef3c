import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { maySeeChildren, mustReadIncidents } from '../access.ts'
import type { IncidentChild } from '../contract.ts'
import type { TimePage } from './steps/read-page.ts'

type Row = Omit<IncidentChild, 'unitCode'> & { scopeCode: string }

/** The children known to be concerned by an incident, masked, those of one unit together; empty for who may not see children. Reading it is recorded. */
export async function listIncidentChildren(
  context: Context, input: { id: string; after?: string | undefined; limit: number },
): Promise<TimePage<IncidentChild>> {
  mustReadIncidents(context.actor)
  const { tx, actor } = context
  const incident = await tx.selectFrom('protection.incidents').select(['id', 'scopeCode']).where('cityId', '=', actor.cityId).where('id', '=', input.id)
    .executeTakeFirst()
  if (incident === undefined) throw new Refusal('NOT_FOUND')
  await recordAudit(context, { verb: 'incident.read', subjectKind: 'incident', subjectId: incident.id, scopeCode: incident.scopeCode })
  if (!maySeeChildren(actor)) return { items: [], next: null, total: 0, totalIsCapped: false }
  const [scope, id] = input.after === undefined ? [] : cursorOf(input.after, 'scopeCode', 'id')
  const beyond = scope === undefined ? sql`` : sql` and (child.scope_code, child.id) > (${scope}::bigint, ${id}::uuid)`
  const listed = sql`from protection.incident_children linked
      join children.published_files child on child.city_id = ${actor.cityId} and child.id = linked.child_id
      join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = child.unit_id
     where linked.city_id = ${actor.cityId} and linked.incident_id = ${incident.id}`
  const [page, count] = await Promise.all([
    sql<Row>`select child.id, child.scope_code::text as scope_code, unit.name as unit_name, child.masked_name, child.age_band ${listed}${beyond}
      order by child.scope_code, child.id limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 ${listed} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const shown = page.rows.slice(0, input.limit)
  const last = page.rows.length > input.limit ? shown.at(-1) : undefined
  const total = count.rows[0]?.count ?? 0
  return {
    items: shown.map(({ scopeCode, ...row }) => ({ ...row, unitCode: codeOfScope(scopeCode) })),
    next: last === undefined ? null : encodeCursor([last.scopeCode, last.id]), total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}
