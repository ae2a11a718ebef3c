import { addDays, daysBetween, type LocalDate } from './local-date.ts'

/** What the state has published for one year: which working weekdays are off, which weekends are worked in exchange. */
export type HolidayYear = { year: number; daysOff: readonly LocalDate[]; daysWorked: readonly LocalDate[] }

/** The years that are known. */
export type HolidayTable = readonly HolidayYear[]

/** A day counted in working days, and the years that were reached without being known. */
export type Counted = { day: LocalDate; unknownYears: number[] }

const aMonday: LocalDate = '2024-01-01'

/** Saturday or Sunday. */
export const isWeekend = (day: LocalDate): boolean => (((daysBetween(aMonday, day) % 7) + 7) % 7) >= 5

/** Whether people work on the day; undefined when its year is not known. */
export function isWorkingDay(day: LocalDate, table: HolidayTable): boolean | undefined {
  const year = table.find((known) => known.year === yearOf(day))
  if (year === undefined) return undefined
  return isWeekend(day) ? year.daysWorked.includes(day) : !year.daysOff.includes(day)
}

/**
 * The day that lies so many working days after another; that other one does not count. In a year that is not known every calendar day counts, so that
 * the answer is never later than the true one.
 */
export function addWorkingDays(from: LocalDate, days: number, table: HolidayTable): Counted {
  const unknown = new Set<number>()
  let day = from
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    const isWorked = isWorkingDay(day, table)
    if (isWorked === undefined) unknown.add(yearOf(day))
    if (isWorked !== false) left -= 1
  }
  return { day, unknownYears: [...unknown] }
}

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4))
