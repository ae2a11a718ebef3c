import { sql } from 'kysely'
import type { z } from 'zod'
import { cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustReadFigures } from '../access.ts'
import type { CountedPeriod, Figure, FigureRow, figuresContract, Split } from '../contract.ts'
import type { Indicator } from '../rules/indicator.ts'
import { listedFacts, opening } from './counted-facts.ts'
import { countedPeriod, indicatorOf, resolveRequest, type FigureRequest } from './figure-request.ts'
import { unseenBy } from './late-facts.ts'
import { countSplit } from './list-figure-splits.ts'
import { countValues, figureOf } from './list-figures.ts'

type Input = z.output<NonNullable<(typeof figuresContract.listFigureRows)['~orpc']['inputSchema']>>
type Rows = {
  figure: Figure; unitCode: string; unitName: string; period: z.infer<typeof CountedPeriod>
  items: FigureRow[]; next: string | null; total: number; sum?: number
}

/** The records a figure was counted from, latest first. */
export async function listFigureRows(context: Context, input: Input): Promise<Rows> {
  mustReadFigures(context.actor)
  const request = await resolveRequest(context, input)
  const asked = indicatorOf(request, input.code)
  const listed = listedIndicator(request, asked, input.part)
  const { fund, source } = input
  const isPart = fund !== undefined || source !== undefined
  const [rows, values] = await Promise.all([
    readRows(context, request, listed, { after: input.after, limit: input.limit + 1, fund, source }),
    isPart ? countSplit(context, request, listed, { fund, source }).then((value) => [value, value]) : countValues(context, request, [asked, listed])])
  const [figure, counted] = values
  if (figure === undefined || counted === undefined) throw new Error(`${asked.code} was not counted`)
  const items = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? items.at(-1) : undefined
  return {
    figure: figureOf(asked, figure, request.hasClosings && !isPart), unitCode: request.unit.code, unitName: request.unit.name, period: countedPeriod(request),
    items, next: last === undefined ? null : encodeCursor([last.happenedOn, last.id]), total: counted.rows,
    ...(listed.kind === 'sum' ? { sum: counted.value } : {}),
  }
}

/** The indicator whose facts are listed: itself, or of a ratio the one above or below the line. */
export function listedIndicator(request: FigureRequest, asked: Indicator, part: 'numerator' | 'denominator'): Indicator {
  if (asked.kind !== 'ratio') return asked
  return indicatorOf(request, (part === 'numerator' ? asked.numeratorCode : asked.denominatorCode) ?? '')
}

/** A page of the rows behind an indicator. */
export async function readRows(
  { tx, actor: { cityId } }: Context, { range, span }: FigureRequest, indicator: Indicator, page: Split & { after?: string | undefined; limit: number },
): Promise<FigureRow[]> {
  const { measures, timing, counting } = indicator
  const { rows } = await sql<RawRow>`
    select fact.id, fact.scope_code::text as scope_code, fact.happened_on, fact.label, fact.value::float8 as value, fact.record_kind, fact.record_id,
           ${opening(cityId)}, unit.name as unit_name, case when late.is_late then fact.recorded_at end as corrected_at
      from (select * from figures.facts fact where ${listedFacts({ cityId, ...range, measures, timing, counting, span, split: page })} ${behind(page.after)}
             order by fact.happened_on desc, fact.id desc limit ${page.limit}) fact
      left join organization.published_units unit on unit.city_id = ${cityId} and unit.id = fact.unit_id
      cross join lateral (select exists (select from figures.closings closing where closing.city_id = ${cityId} and closing.reopened_at is null
        and closing.month = date_trunc('month', fact.happened_on)::date and ${unseenBy('fact', 'closing')}) as is_late) late
     order by fact.happened_on desc, fact.id desc`.execute(tx)
  return rows.map((row) => rowOf(row, indicator))
}

type RawRow = {
  id: string; scopeCode: string; happenedOn: string; label: string; value: number; recordKind: string; recordId: string
  opensKind: string; opensId: string; unitName: string | null; correctedAt: Date | null
}

function rowOf({ scopeCode, unitName, correctedAt, value, opensKind, opensId, ...row }: RawRow, { kind, scale }: Indicator): FigureRow {
  const unitCode = codeOfScope(scopeCode)
  return {
    ...row, opens: { kind: opensKind, id: opensId }, unitCode, unitName: unitName ?? unitCode, value: kind === 'sum' ? value / scale : 1,
    ...(correctedAt === null ? {} : { correctedAt }),
  }
}

/** Continues behind a row. */
export function behind(after: string | undefined) {
  if (after === undefined) return sql``
  const [day, id] = cursorOf(after, 'day', 'id')
  return sql`and (fact.happened_on, fact.id) < (${day}::date, ${id}::uuid)`
}
