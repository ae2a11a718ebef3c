import { sql } from 'kysely'
import type { z } from 'zod'
import { encodeCursor } from '#platform/contract/paging.ts'
import { findWatermark } from '#platform/audit/watermark.ts'
import type { Context } from '#platform/http/context.ts'
import { firstOfMonth } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustReadFigures } from '../access.ts'
import type { Correction, figuresContract } from '../contract.ts'
import { reader } from './counting.ts'
import { belongs, opening } from './counted-facts.ts'
import { indicatorOf, resolveRequest, type FigureRequest } from './figure-request.ts'
import { unseenBy } from './late-facts.ts'
import { behind, listedIndicator } from './list-figure-rows.ts'
import type { Indicator } from '../rules/indicator.ts'

type Input = z.output<NonNullable<(typeof figuresContract.listFigureCorrections)['~orpc']['inputSchema']>>

/** What was recorded for a closed month of the period after its closing, latest first: added (+1) and taken away (-1). */
export async function listFigureCorrections(context: Context, input: Input): Promise<{ items: Correction[]; next: string | null }> {
  mustReadFigures(context.actor)
  const request = await resolveRequest(context, input)
  const indicator = listedIndicator(request, indicatorOf(request, input.code), input.part)
  const rows = request.hasClosings ? await readCorrections(context, request, indicator, { after: input.after, limit: input.limit + 1 }) : []
  const items = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? items.at(-1) : undefined
  return { items, next: last === undefined ? null : encodeCursor([last.happenedOn, last.id]) }
}

type RawRow = Omit<Correction, 'unitCode' | 'unitName' | 'opens'> & { scopeCode: string; unitName: string | null; opensKind: string; opensId: string }

async function readCorrections(
  context: Context, { range, span }: FigureRequest, indicator: Indicator, page: { after?: string | undefined; limit: number },
): Promise<Correction[]> {
  const { tx, actor: { cityId } } = context
  const mark = await findWatermark(tx, cityId, reader)
  const closedMonth = indicator.timing === 'flow' ? sql`date_trunc('month', fact.happened_on)::date` : sql`${firstOfMonth(span.to)}::date`
  const { rows } = await sql<RawRow>`
    select fact.id, fact.scope_code::text as scope_code, fact.happened_on, fact.label, fact.value::float8 as value, fact.sign, fact.record_kind, fact.record_id,
           ${opening(cityId)}, fact.recorded_at, unit.name as unit_name
      from figures.facts fact
      left join organization.published_units unit on unit.city_id = ${cityId} and unit.id = fact.unit_id
     where fact.city_id = ${cityId} and fact.measure = any(${indicator.measures}::text[])
       and fact.scope_code >= ${range.lo}::bigint and fact.scope_code <= ${range.hi}::bigint and ${belongs('fact', indicator.timing, span)}
       and fact.id in (
         select noted.fact_id from figures.corrections noted
          where noted.city_id = ${cityId} and noted.scope_code >= ${range.lo}::bigint and noted.scope_code <= ${range.hi}::bigint
         union all select unfolded.id from figures.facts unfolded where unfolded.city_id = ${cityId}
           and (unfolded.epoch, unfolded.tx, unfolded.position) > (${mark.epoch}::int, ${mark.tx}::bigint, ${mark.position}::bigint))
       and exists (select from figures.closings closing where closing.city_id = ${cityId} and closing.reopened_at is null
         and closing.month = ${closedMonth} and ${unseenBy('fact', 'closing')}) ${behind(page.after)}
     order by fact.happened_on desc, fact.id desc limit ${page.limit}`.execute(tx)
  return rows.map(({ scopeCode, unitName, opensKind, opensId, ...row }) => {
    const unitCode = codeOfScope(scopeCode)
    const value = indicator.kind === 'sum' ? row.value / indicator.scale : 1
    return { ...row, value, opens: { kind: opensKind, id: opensId }, unitCode, unitName: unitName ?? unitCode }
  })
}
