// Rollups are kept by month and by year; every period is made of these. A key is 202603 for a month and 202600 for the whole year.
import { addMonths, lastOfMonth, type LocalDate } from '#platform/values/local-date.ts'
import type { Period } from '#platform/values/period.ts'

/** Key under which stocks keep who is present: all days together. */
export const allDays = 0

/** Key of the month a day belongs to. */
export const monthKey = (day: LocalDate): number => Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7))

/** Key of the year a day belongs to. */
export const yearKey = (day: LocalDate): number => Number(day.slice(0, 4)) * 100

/** A period as figures are counted over it. */
export type Span = {
  from: LocalDate
  to: LocalDate
  /** Day of the stocks: the period's last day, or today while it has not come. */
  asOf: LocalDate
  /** Keys that together hold everything that happened within it. */
  keys: number[]
}

/** How a period is counted on a day. */
export function spanOf(period: Period, today: LocalDate): Span {
  const asOf = period.to < today ? period.to : today
  return { from: period.from, to: period.to, asOf, keys: period.kind === 'year' ? [yearKey(period.from)] : monthsOf(period) }
}

/** First and last month key of the year of `asOf` whose sums make a stock, and the years before it. */
export function stockKeys(asOf: LocalDate): { yearsBefore: number; monthFrom: number; monthTo: number; monthEnd: LocalDate } {
  return { yearsBefore: yearKey(asOf), monthFrom: yearKey(asOf) + 1, monthTo: monthKey(asOf), monthEnd: lastOfMonth(asOf) }
}

function monthsOf(period: Period): number[] {
  const keys: number[] = []
  for (let day = period.from; day <= period.to; day = addMonths(day, 1)) keys.push(monthKey(day))
  return keys
}
