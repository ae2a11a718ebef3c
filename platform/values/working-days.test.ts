import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './local-date.ts'
import { addWorkingDays, isWeekend, isWorkingDay, type HolidayTable } from './working-days.ts'

// The notice of the State Council for 2026, typed from its text: New Year, Spring Festival, Tomb-sweeping, and the weekends worked in exchange.
const table: HolidayTable = [{
  year: 2026,
  daysOff: ['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23', '2026-04-06'],
  daysWorked: ['2026-01-04', '2026-02-14', '2026-02-28'],
}]

describe('working days', () => {
  it('are Monday to Friday, without the days off and with the weekends worked in exchange', () => {
    expect(['2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16'].map((day) => isWorkingDay(day, table))).toEqual([true, false, false, true])
    expect(isWorkingDay('2026-02-17', table)).toBe(false)
    expect(isWorkingDay('2026-02-14', table)).toBe(true)
    expect(['2023-12-31', '2024-01-01', '1999-12-31', '2000-01-01'].map(isWeekend)).toEqual([true, false, false, true])
  })
  it('are counted from the day after, over holidays and exchanged weekends', () => {
    expect(addWorkingDays('2026-03-16', 15, table)).toEqual({ day: '2026-04-07', unknownYears: [] })
    expect(addWorkingDays('2026-02-12', 3, table)).toEqual({ day: '2026-02-24', unknownYears: [] })
    expect(addWorkingDays('2026-02-25', 3, table)).toEqual({ day: '2026-02-28', unknownYears: [] })
    expect(addWorkingDays('2026-03-16', 0, table)).toEqual({ day: '2026-03-16', unknownYears: [] })
  })
  it('are calendar days in a year that is not known, and say so', () => {
    expect(isWorkingDay('2027-01-04', table)).toBeUndefined()
    expect(addWorkingDays('2026-12-28', 5, table)).toEqual({ day: '2027-01-02', unknownYears: [2027] })
  })
  it('are never fewer calendar days than days counted, and never later for knowing less', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 1, max: 30 }), (at, days) => {
      const from = addDays('2026-01-01', at)
      const { day } = addWorkingDays(from, days, table)
      expect(day >= addDays(from, days)).toBe(true)
      expect(addWorkingDays(from, days, []).day <= day).toBe(true)
    }))
  })
})
