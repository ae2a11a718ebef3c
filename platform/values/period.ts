// A reporting period. An appraisal year (考评年度) runs twelve months from a month the city chooses and is named for the year it ends in.
import { addMonths, addYears, lastOfMonth, makeDate, monthOf, quarterOf } from './local-date.ts'
import type { LocalDate } from './local-date.ts'

export type PeriodKind = 'month' | 'quarter' | 'year' | 'appraisal-year'

export type Period = {
  kind: PeriodKind
  /** First day that belongs to it. */
  from: LocalDate
  /** Last day that belongs to it. */
  to: LocalDate
  /** `2026-03`, `2026Q1`, `2026` or `2026A`. */
  code: string
}

/** August: the appraisal year follows the school year unless the city sets another month. */
export const defaultAppraisalFirstMonth = 8

const monthsOf: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12, 'appraisal-year': 12 }

/** The period of a code, or nothing when the code is none. */
export function parsePeriod(code: string, appraisalFirstMonth = defaultAppraisalFirstMonth): Period | undefined {
  const found = /^(\d{4})(?:-(\d{2})|Q([1-4])|(A))?$/.exec(code)
  if (!found) return undefined
  const [, year, month, quarter, appraisal] = found
  if (month) return makePeriod('month', Number(year), Number(month), code)
  if (quarter) return makePeriod('quarter', Number(year), Number(quarter) * 3 - 2, code)
  if (!appraisal) return makePeriod('year', Number(year), 1, code)
  return makePeriod('appraisal-year', Number(year) - (appraisalFirstMonth > 1 ? 1 : 0), appraisalFirstMonth, code)
}

function makePeriod(kind: PeriodKind, year: number, month: number, code: string): Period | undefined {
  const from = makeDate(year, month, 1)
  return from === undefined ? undefined : { kind, from, to: lastOfMonth(addMonths(from, monthsOf[kind] - 1)), code }
}

const quarterNames = ['一', '二', '三', '四']

const formatMonth = (day: LocalDate) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`

/** The period's Chinese name: 2026年3月, 2026年第一季度, 2026年, 2026考评年度（2025年8月—2026年7月）. */
export function periodLabel(period: Period): string {
  const year = Number(period.code.slice(0, 4))
  if (period.kind === 'month') return formatMonth(period.from)
  if (period.kind === 'quarter') return `${year}年第${quarterNames[Number(period.code.slice(5)) - 1]}季度`
  if (period.kind === 'year') return `${year}年`
  return `${year}考评年度（${formatMonth(period.from)}—${formatMonth(period.to)}）`
}

/** The period of the same kind just before; nothing before the year 1. */
export const previousPeriod = (period: Period): Period | undefined =>
  periodStartingOn(period, addMonths(period.from, -monthsOf[period.kind]))

/** The same period one year earlier, for 同比; nothing before the year 1. */
export const samePeriodLastYear = (period: Period): Period | undefined => periodStartingOn(period, addYears(period.from, -1))

function periodStartingOn(like: Period, from: LocalDate): Period | undefined {
  const firstMonth = monthNumber(like.from)
  return parsePeriod(codeOfKind(like.kind, from, firstMonth), firstMonth)
}

const monthNumber = (day: LocalDate) => Number(day.slice(5, 7))

function codeOfKind(kind: PeriodKind, day: LocalDate, appraisalFirstMonth: number): string {
  if (kind === 'month') return monthOf(day)
  if (kind === 'quarter') return quarterOf(day)
  if (kind === 'year') return day.slice(0, 4)
  const endsNextYear = appraisalFirstMonth > 1 && monthNumber(day) >= appraisalFirstMonth
  return `${String(Number(day.slice(0, 4)) + (endsNextYear ? 1 : 0)).padStart(4, '0')}A`
}

/** Codes of the month, the quarter, the year and the appraisal year a day belongs to, in this order. */
export const listPeriodsContaining = (day: LocalDate, appraisalFirstMonth = defaultAppraisalFirstMonth): string[] =>
  (['month', 'quarter', 'year', 'appraisal-year'] as const).map(kind => codeOfKind(kind, day, appraisalFirstMonth))
