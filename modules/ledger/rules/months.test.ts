import { expect, it } from 'vitest'
import { firstDayOf, isYearEnd, lastDayOf, nextMonth, previousMonth, yearStart } from './months.ts'

it('months follow one another over the end of a year', () => {
  expect([nextMonth(202611), nextMonth(202612)]).toEqual([202612, 202701])
  expect([previousMonth(202602), previousMonth(202601)]).toEqual([202601, 202512])
})

it('a month has its days, and a year its first month and its end', () => {
  expect([firstDayOf(202602), lastDayOf(202602), lastDayOf(202402)]).toEqual(['2026-02-01', '2026-02-28', '2024-02-29'])
  expect([yearStart(202601), yearStart(202612)]).toEqual([202601, 202601])
  expect([202611, 202612, 202701].map(isYearEnd)).toEqual([false, true, false])
})
