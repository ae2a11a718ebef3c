import { addDays } from '#platform/values/local-date.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/** Days are counted from today while planning: 0 is today, -1 yesterday. */
export type DayCounter = (offset: number) => LocalDate

/** Turns counted days into dates, each worked out once. */
export function countDaysFrom(today: LocalDate): DayCounter {
  const known = new Map<number, LocalDate>()
  return (offset) => {
    const found = known.get(offset)
    if (found !== undefined) return found
    const date = addDays(today, offset)
    known.set(offset, date)
    return date
  }
}
