import type { z } from 'zod'
import type { Context } from '#platform/http/context.ts'
import { mustReadFigures } from '../access.ts'
import type { CountedPeriod, Figure, figureQuery } from '../contract.ts'
import { planOf, valueOf, withParts, type Counted, type Indicator, type Value } from '../rules/indicator.ts'
import { countMeasures } from './count-measures.ts'
import { countedPeriod, resolveRequest, type FigureRequest } from './figure-request.ts'

type Figures = { unitCode: string; unitName: string; period: z.infer<typeof CountedPeriod>; today: string; reviewYear: number; items: Figure[] }

/** Every indicator of a unit and all below it over a period: one statement counts them all. */
export async function listFigures(context: Context, input: z.output<typeof figureQuery>): Promise<Figures> {
  mustReadFigures(context.actor)
  const request = await resolveRequest(context, input)
  const items = await countFigures(context, request, request.indicators)
  const { unit, reviewYear } = request
  return { unitCode: unit.code, unitName: unit.name, period: countedPeriod(request), today: context.today, reviewYear, items }
}

/** These indicators as figures. */
export async function countFigures(context: Context, request: FigureRequest, wanted: readonly Indicator[]): Promise<Figure[]> {
  const values = await countValues(context, request, wanted)
  return values.map(({ indicator, ...found }) => figureOf(indicator, found, request.hasClosings))
}

/** What these indicators come to, with the number of rows behind each. */
export async function countValues(context: Context, request: FigureRequest, wanted: readonly Indicator[]): Promise<(Value & { indicator: Indicator })[]> {
  const { range, span, indicators, hasClosings } = request
  const plan = planOf(withParts(wanted, indicators))
  const counted = (await countMeasures(context, { nodes: [range], span, plan, hasClosings })).get(range.lo) ?? new Map<string, Counted>()
  return wanted.map((indicator) => ({ indicator, ...valueOf(indicator, counted, indicators) }))
}

/** A figure as it crosses the wire. */
export function figureOf({ code, name, unit, kind, definition, group, timing }: Indicator, found: Value, hasClosings: boolean): Figure {
  return {
    code, name, unit, kind, value: found.value, definition, group, timing, ...found.parts,
    ...(found.hasNoDenominator ? { hasNoDenominator: true } : {}),
    ...(hasClosings ? { reported: found.reported, corrections: found.corrections } : {}),
  }
}
