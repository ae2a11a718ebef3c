// When something must be disclosed, counted as the law counts: the first day is not counted, a period that ends on a day off ends on the next working day.
import { addDays, addMonths, type LocalDate } from '#platform/values/local-date.ts'
import { isWorkingDay, type HolidayTable } from '#platform/values/working-days.ts'
import type { DueRule } from '../contract.ts'

/** How the day is counted. */
export type DueAsk = { rule: DueRule; number: number; longerThanMonths: number | null }
/** What it is counted from; an end that is not known yet is null. */
export type Span = { startsOn: LocalDate; endsOn: LocalDate | null }
/** One due day: its turn, and up to which day it tells. */
export type Due = { turn: string; dueOn: LocalDate; untilOn: LocalDate | null }

/** Turns of one occasion that are created at most. */
export const mostTurns = 60

/** The due day of what is told of a year: a fixed day of the next one. */
export const dueOfYear = (number: number, year: number): LocalDate =>
  `${year + 1}-${String(Math.floor(number / 100)).padStart(2, '0')}-${String(number % 100).padStart(2, '0')}`

/** Every due day an occasion brings about. Turns that come again and again are known up to the next one after today. */
export function duesOf({ rule, number, longerThanMonths }: DueAsk, span: Span, { today, holidays }: { today: LocalDate; holidays: HolidayTable }): Due[] {
  const { startsOn, endsOn } = span
  if (!isLonger(span, longerThanMonths)) return []
  switch (rule) {
    case 'days-after': return [{ turn: 'once', dueOn: nextWorkingDay(addDays(startsOn, number), holidays), untilOn: null }]
    // A day before which something is done does not move to a later one.
    case 'days-before': return [{ turn: 'once', dueOn: addDays(startsOn, -number), untilOn: null }]
    case 'months-after-end':
      return endsOn === null ? [] : [{ turn: 'end', dueOn: nextWorkingDay(addMonths(endsOn, number), holidays), untilOn: endsOn }]
    case 'every-months': return turnsOf(span, { today, stepOf: (turn) => addMonths(startsOn, number * turn) })
    case 'every-days': return turnsOf(span, { today, stepOf: (turn) => addDays(startsOn, number * turn) })
    case 'fixed-day': return []
  }
}

/** Whether something lasts longer than so many months; what has no end yet may, so it counts. */
export const isLonger = ({ startsOn, endsOn }: Span, months: number | null): boolean =>
  months === null || endsOn === null || addMonths(startsOn, months) < endsOn

/** The day itself where people work on it, else the next on which they do; a year that is not known changes nothing. */
export function nextWorkingDay(day: LocalDate, holidays: HolidayTable): LocalDate {
  let last = day
  while (isWorkingDay(last, holidays) === false) last = addDays(last, 1)
  return last
}

/** One turn after the other while it goes on, and never further than the first after today. */
function turnsOf({ endsOn }: Span, { today, stepOf }: { today: LocalDate; stepOf: (turn: number) => LocalDate }): Due[] {
  const dues: Due[] = []
  for (let turn = 1; turn <= mostTurns; turn += 1) {
    const dueOn = stepOf(turn)
    if (endsOn !== null && dueOn >= endsOn) return dues
    dues.push({ turn: String(turn), dueOn, untilOn: dueOn })
    if (dueOn > today) return dues
  }
  return dues
}

/** How urgent something open is; each step is told of once. */
export type Urgency = 'month' | 'week' | 'late'
/** The urgency of a due day; undefined while there is time. */
export function urgencyOf(daysLeft: number): Urgency | undefined {
  if (daysLeft < 0) return 'late'
  if (daysLeft <= 7) return 'week'
  return daysLeft <= 30 ? 'month' : undefined
}
