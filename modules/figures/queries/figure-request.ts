import { rangeOf, type ScopeRange } from '#platform/access/range.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { defaultAppraisalFirstMonth, listPeriodsContaining, parsePeriod, periodLabel, type Period } from '#platform/values/period.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { Indicator } from '../rules/indicator.ts'
import { spanOf, type Span } from '../rules/period-keys.ts'
import { hasBegun, notBegunSentence } from '../rules/running-year.ts'
import { listAllIndicators } from './list-indicators.ts'

/** What a request for figures comes down to. */
export type FigureRequest = {
  unit: { id: string; code: string; name: string; shortName: string }
  range: ScopeRange
  period: Period
  span: Span
  /** The dictionary as it holds at the end of the period. */
  indicators: Indicator[]
  /** Some month of the period is closed. */
  hasClosings: boolean
  /** The year for which the appraisal year that runs today is named. */
  reviewYear: number
}

/** Unit, period, dictionary and closings of a request, in one round trip; a period that has not begun is refused here for all that ask. */
export async function resolveRequest(context: Context, input: { unit?: string | undefined; period?: string | undefined }): Promise<FigureRequest> {
  const range = rangeOf(context.actor, input.unit)
  const [unit, firstMonth, indicators, closings] = await Promise.all([
    findUnit(context, codeOfScope(range.lo)), findAppraisalFirstMonth(context), listAllIndicators(context), listClosedMonths(context)])
  const period = periodOf(input.period ?? context.today.slice(0, 4), firstMonth)
  if (!hasBegun(period.from, context.today)) throw new InvalidInput([{ path: ['period'], message: notBegunSentence(periodLabel(period)) }])
  const span = spanOf(period, context.today)
  return {
    unit, range, period, span, indicators: indicators.filter((one) => holdsOn(one, span.asOf)),
    hasClosings: closings.some((month) => month >= period.from && month <= period.to), reviewYear: reviewYearOf(context.today, firstMonth),
  }
}

/** How an answer names its period. */
export const countedPeriod = ({ period, span }: FigureRequest) => (
  { code: period.code, label: periodLabel(period), from: period.from, to: period.to, asOf: span.asOf })

/** The indicator of a code, as it holds in the period. */
export function indicatorOf({ indicators }: FigureRequest, code: string): Indicator {
  const found = indicators.find((one) => one.code === code)
  if (found === undefined) throw new Refusal('NOT_FOUND')
  return found
}

/** The period of a code, counted by the city's own appraisal year. */
export function periodOf(code: string, firstMonth: number): Period {
  const period = parsePeriod(code, firstMonth)
  if (period === undefined) throw new InvalidInput([{ path: ['period'], message: '没有这个时段，请写成 2026、2026Q1、2026-03 或 2026A' }])
  return period
}

const reviewYearOf = (today: string, firstMonth: number): number => Number(listPeriodsContaining(today, firstMonth).at(-1)?.slice(0, 4))

const holdsOn = (indicator: Indicator, day: string) =>
  indicator.validFrom <= day && (indicator.validUntil === null || indicator.validUntil >= day)

async function findUnit({ tx, actor }: Context, code: string) {
  const unit = await tx.selectFrom('organization.publishedUnits').select(['id', 'code', 'name', 'shortName'])
    .where('cityId', '=', actor.cityId).where('code', '=', code).executeTakeFirst()
  if (unit === undefined) throw new Refusal('NOT_FOUND')
  return unit as { id: string; code: string; name: string; shortName: string }
}

/** First month of the city's appraisal year. */
export async function findAppraisalFirstMonth({ tx, actor, today }: Context): Promise<number> {
  const setting = await tx.selectFrom('platform.settings').select('value').where('cityId', '=', actor.cityId)
    .where('name', '=', 'figures.appraisal-first-month').where('validFrom', '<=', today).orderBy('validFrom', 'desc').limit(1).executeTakeFirst()
  const month = Number(setting?.value)
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : defaultAppraisalFirstMonth
}

async function listClosedMonths({ tx, actor }: Context): Promise<string[]> {
  const rows = await tx.selectFrom('figures.closings').select('month').where('cityId', '=', actor.cityId).where('reopenedAt', 'is', null).execute()
  return rows.map((row) => row.month)
}
