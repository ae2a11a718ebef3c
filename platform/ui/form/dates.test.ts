import { expect, test } from 'vitest'
import { readTypedDay } from './dates.ts'

test.each(['2026-3-5', '2026-03-05', '2026/3/5', '2026.3.5', '2026年3月5日', '20260305', '２０２６－３－５', ' 2026 3 5 '])(
  '%s is the fifth of March 2026',
  typed => {
    expect(readTypedDay(typed)).toEqual({ kind: 'day', day: '2026-03-05' })
  },
)

test('30 February does not exist and is named as such', () => {
  expect(readTypedDay('2023-02-30')).toEqual({ kind: 'no-such-day', year: 2023, month: 2, day: 30 })
})

test('29 February exists in leap years only', () => {
  expect(readTypedDay('2024-2-29').kind).toBe('day')
  expect(readTypedDay('2000-2-29').kind).toBe('day')
  expect(readTypedDay('1900-2-29').kind).toBe('no-such-day')
  expect(readTypedDay('2023-2-29').kind).toBe('no-such-day')
})

test.each(['', '3-5', '2026-13-1', '2026-0-1', '2026-1-32', '昨天', '26-3-5', '202635', '2026-3-5-1'])(
  '"%s" cannot be read as a day',
  typed => {
    expect(readTypedDay(typed)).toEqual({ kind: 'unreadable' })
  },
)
