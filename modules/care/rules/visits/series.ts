import { addDays, type LocalDate } from '#platform/values/local-date.ts'

/** A series longer than this is planned anew when it ends. */
export const mostOfSeries = 60

/** Days of a series: the first, and every so many weeks after it, none later than its end. */
export function daysOfSeries({ fromOn, untilOn, everyWeeks }: { fromOn: LocalDate; untilOn: LocalDate; everyWeeks: number }): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = fromOn; day <= untilOn && days.length <= mostOfSeries; day = addDays(day, 7 * everyWeeks)) days.push(day)
  return days
}

/** Why a series cannot be planned. */
export type SeriesObstacle = { code: 'PERIOD_REVERSED' } | { code: 'SERIES_TOO_LONG'; data: { most: number } }

/** A series has a visit, and no more than people can keep in sight. */
export function findSeriesObstacle(series: { fromOn: LocalDate; untilOn: LocalDate; everyWeeks: number }): SeriesObstacle | undefined {
  if (series.untilOn < series.fromOn) return { code: 'PERIOD_REVERSED' }
  return daysOfSeries(series).length > mostOfSeries ? { code: 'SERIES_TOO_LONG', data: { most: mostOfSeries } } : undefined
}
