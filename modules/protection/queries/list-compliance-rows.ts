import { sql } from 'kysely'
import type { ListQuery } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { maySeeChildren, mustReadCompliance } from '../access.ts'
import type { ComplianceBand, ComplianceCode } from '../rules/compliance.ts'
import { rowsOfFigure } from './compliance-rows.ts'
import { spanOf } from './get-compliance-report.ts'
import { readTimePage, type TimePage } from './steps/read-page.ts'

type Input = Omit<ListQuery, 'q'> & { year?: number | undefined; code: ComplianceCode; band?: ComplianceBand | undefined }
type Row = { id: string; scopeCode: string; at: Date; what: string; maskedName: string | null; childId: string | null; createdAt: Date }
type Shown = { id: string; unitCode: string; at: Date; what: string; maskedName: string | null; childId: string | null }

const bands: Record<ComplianceBand, string[]> = { 'under-14': ['0-5', '6-13'], '14-to-18': ['14-15', '16-17'], other: ['18+', ''] }

/** The records behind a figure of the report; a child is named masked, and only to who may see children. */
export async function listComplianceRows(context: Context, input: Input): Promise<TimePage<Shown>> {
  mustReadCompliance(context.actor)
  const { actor, today } = context
  const rows = rowsOfFigure(context, input.code, spanOf(context, { unit: input.unit, year: input.year ?? Number(today.slice(0, 4)) }))
  const band = input.band === undefined ? sql`true` : sql`coalesce(item.age_band, '') = any (${bands[input.band]}::text[])`
  const counted = sql`(select row.id, row.scope_code::text as scope_code, row.at, row.what, child.id as child_id, child.masked_name, child.age_band,
      date_trunc('milliseconds', row.at) as created_at
    from (${rows}) row left join children.published_files child on child.city_id = ${actor.cityId} and child.id = row.child_id) item`
  const page = await readTimePage<Row>(context, {
    select: sql`select item.* from ${counted} where ${band}`, count: sql`select 1 from ${counted} where ${band}`, after: input.after, limit: input.limit,
  })
  const names = maySeeChildren(actor)
  return {
    ...page, items: page.items.map(({ id, scopeCode, at, what, maskedName, childId }) => (
      { id, unitCode: codeOfScope(scopeCode), at, what, maskedName: names ? maskedName : null, childId: names ? childId : null })),
  }
}
