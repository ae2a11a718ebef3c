import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays, addMonths, addYears, ageOn, compareDates, dayInChina, daysBetween, firstOfMonth, formatChinese, lastOfMonth, makeDate, minuteInChina, monthOf,
  parseLocalDate, quarterOf,
} from './local-date.ts'

const dates = fc
  .tuple(fc.integer({ min: 1600, max: 2400 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => makeDate(year, month, day) ?? '')

describe('a local date', () => {
  test.each([
    '2023-02-30', '2023-2-3', '2023-13-01', '2023-00-10', '2100-02-29',
    '0000-01-01', ' 2023-01-01', '2023-01-01T00:00', '２０２３-01-01', '',
  ])(
    'is refused when it is not exactly a day of the calendar: %j',
    text => expect(parseLocalDate(text)).toBeUndefined(),
  )

  test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('is accepted as written: %s', text => {
    expect(parseLocalDate(text)).toBe(text)
  })

  test('agrees with the engine calendar when days are added', () => {
    fc.assert(fc.property(dates, fc.integer({ min: -80_000, max: 80_000 }), (date, days) => {
      const expected = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
      expect(addDays(date, days)).toBe(expected)
      expect(daysBetween(date, expected)).toBe(days)
    }))
  })

  test('sorts like its text', () => {
    fc.assert(fc.property(dates, dates, (one, other) => {
      expect(Math.sign(compareDates(one, other))).toBe(-Math.sign(daysBetween(one, other)) + 0)
    }))
  })

  test('stops at the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
  })

  test('gives the age in full years, the birthday counting', () => {
    expect(ageOn('2012-11-22', '2026-11-21')).toBe(13)
    expect(ageOn('2012-11-22', '2026-11-22')).toBe(14)
    expect(ageOn('2012-02-29', '2026-02-28')).toBe(13)
    expect(ageOn('2012-02-29', '2026-03-01')).toBe(14)
    expect(ageOn('2026-11-23', '2026-11-22')).toBe(-1)
  })

  test('knows its month, its quarter and the month’s ends', () => {
    expect(monthOf('2026-03-05')).toBe('2026-03')
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual(['2026Q1', '2026Q1', '2026Q2', '2026Q4'])
    expect([firstOfMonth('2024-02-10'), lastOfMonth('2024-02-10')]).toEqual(['2024-02-01', '2024-02-29'])
  })

  test('is written in Chinese without leading zeros', () => expect(formatChinese('2026-03-05')).toBe('2026年3月5日'))
})

describe('the day in China', () => {
  test('begins at four in the afternoon of the day before in Greenwich', () => {
    expect(dayInChina(new Date('2026-11-27T15:59:59.999Z'))).toBe('2026-11-27')
    expect(dayInChina(new Date('2026-11-27T16:00:00.000Z'))).toBe('2026-11-28')
  })

  test('is the one the calendar names, on every hour of forty-five years', () => {
    const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
    for (let time = Date.UTC(1985, 0, 1); time < Date.UTC(2030, 0, 1); time += 7 * 3_600_000) {
      expect(dayInChina(new Date(time))).toBe(calendar.format(new Date(time)))
    }
  })
})

describe('the minute in China', () => {
  test('is read by the clocks in China, whatever the reader’s own say', () => {
    expect(minuteInChina('2026-03-16T16:05:00.000Z')).toBe('2026-03-17 00:05')
    expect(minuteInChina(new Date('2026-03-16T01:30:59.999Z'))).toBe('2026-03-16 09:30')
  })
})
