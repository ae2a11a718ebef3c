import { sql } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import type { ListQuery } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustReadIncidents } from '../access.ts'
import type { IncidentRow } from '../contract.ts'
import { isToldLate } from '../rules/incidents.ts'
import { readTimePage, type TimePage } from './steps/read-page.ts'

type Row = Omit<IncidentRow, 'unitCode' | 'isLate'> & {
  scopeCode: string; createdAt: Date; authorityToldAt: Date | null; authorityDueAt: Date; guardiansToldAt: Date | null; guardiansNote: string | null
  guardiansDueAt: Date
}
type Input = Omit<ListQuery, 'q'> & { status?: IncidentRow['status'] | undefined; kind?: IncidentRow['kind'] | undefined }

/** Incidents of a range, the newest first. */
export async function listIncidents(context: Context, input: Input): Promise<TimePage<IncidentRow>> {
  mustReadIncidents(context.actor)
  const { actor, now } = context
  const { lo, hi } = rangeOf(actor, input.unit)
  const where = sql`item.scope_code >= ${lo}::bigint and item.scope_code <= ${hi}::bigint
    and (${input.status ?? null}::text is null or item.status = ${input.status ?? null})
    and (${input.kind ?? null}::text is null or item.kind = ${input.kind ?? null})`
  const page = await readTimePage<Row>(context, {
    select: sql`select item.id, item.scope_code::text as scope_code, unit.name as unit_name, item.kind, item.title, item.found_at,
        item.children_count, item.status,
        item.authority_told_at, item.authority_due_at, item.guardians_told_at, item.guardians_note, item.guardians_due_at, item.created_at
      from protection.incidents item join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = item.unit_id
     where item.city_id = ${actor.cityId} and ${where}`,
    count: sql`select 1 from protection.incidents item where item.city_id = ${actor.cityId} and ${where}`,
    after: input.after, limit: input.limit,
  })
  return {
    ...page, items: page.items.map((row) => ({
      id: row.id, unitCode: codeOfScope(row.scopeCode), unitName: row.unitName, kind: row.kind, title: row.title, foundAt: row.foundAt,
      childrenCount: row.childrenCount, status: row.status, isLate: isToldLate(row, now),
    })),
  }
}
