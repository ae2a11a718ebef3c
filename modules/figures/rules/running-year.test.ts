import { expect, it } from 'vitest'
import { countedUntilOf, hasBegun, notBegunSentence, untilSentence } from './running-year.ts'

it('a year is counted up to today while it runs, on its last day too, and as a whole from the next day on', () => {
  expect([countedUntilOf(2026, '2026-03-16'), countedUntilOf(2026, '2026-12-31'), countedUntilOf(2026, '2027-01-01')])
    .toEqual(['2026-03-16', '2026-12-31', null])
})

it('a report of a running year says first up to which day it counts', () => {
  expect(untilSentence(2026, '2026-03-05')).toBe('（2026年尚未结束，以下数字截至2026年3月5日。）')
})

it('a period has begun from its first day on, whenever it may end', () => {
  expect([hasBegun('2026-03-17', '2026-03-16'), hasBegun('2026-03-16', '2026-03-16'), hasBegun('2025-08-01', '2026-03-16')]).toEqual([false, true, true])
  expect(notBegunSentence('2026年4月')).toBe('2026年4月还没有开始，没有可统计的数字，请选择今天或以前的时段。')
})
