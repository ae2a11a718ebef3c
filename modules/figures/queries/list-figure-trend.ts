import type { z } from 'zod'
import type { Context } from '#platform/http/context.ts'
import { addMonths, firstOfMonth, monthOf } from '#platform/values/local-date.ts'
import { parsePeriod, periodLabel, type Period } from '#platform/values/period.ts'
import { mustReadFigures } from '../access.ts'
import type { figuresContract } from '../contract.ts'
import { planOf, valueOf, withParts } from '../rules/indicator.ts'
import { spanOf } from '../rules/period-keys.ts'
import { countMeasures } from './count-measures.ts'
import { indicatorOf, resolveRequest } from './figure-request.ts'

type Input = z.output<NonNullable<(typeof figuresContract.listFigureTrend)['~orpc']['inputSchema']>>
type Trend = { name: string; unit: string; items: { period: string; label: string; value: number }[] }

/** One figure month by month: the thirteen months that end with the period, so that the same month of last year is among them. */
export async function listFigureTrend(context: Context, input: Input): Promise<Trend> {
  mustReadFigures(context.actor)
  const request = await resolveRequest(context, input)
  const indicator = indicatorOf(request, input.code)
  const { range, indicators } = request
  const plan = planOf(withParts([indicator], indicators))
  // The statements go out together and share a round trip.
  const items = await Promise.all(monthsUpTo(request.span.asOf).map(async (month) => {
    const counted = await countMeasures(context, { nodes: [range], span: spanOf(month, context.today), plan, hasClosings: false })
    return { period: month.code, label: periodLabel(month), value: valueOf(indicator, counted.get(range.lo) ?? new Map(), indicators).value }
  }))
  return { name: indicator.name, unit: indicator.unit, items }
}

function monthsUpTo(day: string): Period[] {
  const last = firstOfMonth(day)
  return Array.from({ length: 13 }, (_, back) => parsePeriod(monthOf(addMonths(last, back - 12)))).filter((month) => month !== undefined)
}
