import { describe, expect, it } from 'vitest'
import { findHolidayProblem, readDays, spansOf } from './holidays.ts'

const good = {
  year: 2027, daysOff: ['2027-01-01', '2027-02-05', '2027-05-01', '2027-10-01'], daysWorked: ['2027-02-14'],
}
const today = '2026-11-28'

describe('the holidays of a year', () => {
  it('are read as a notice lists them, day by day or from one to another', () => {
    expect(readDays('2027-01-01\n2027-02-05..2027-02-07、2027-01-01，2027-10-01至2027-10-02')).toEqual([
      '2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-10-01', '2027-10-02'])
    expect(readDays(' \n')).toEqual([])
    expect(readDays('2027-02-05..2027-03-08')?.length).toBe(32)
  })
  it('are shown as they are read', () => {
    const text = ['2027-01-01', '2027-02-05..2027-02-07', '2027-02-28..2027-03-01']
    expect(spansOf(readDays(text.join('\n')) ?? [])).toEqual(text)
    expect(spansOf([])).toEqual([])
  })
  it('are not read from what is no day, ends before it begins, or never ends', () => {
    for (const text of ['2027-02-30', '春节', '2027-02-07..2027-02-05', '2027-02-05..2027-03-09', '2027-02-05..2027-02-06..2027-02-07']) {
      expect(readDays(text)).toBeUndefined()
    }
  })
  it('hold when they are of that year, near today, and name the days every year has', () => {
    expect(findHolidayProblem(good, today)).toBeUndefined()
    expect(findHolidayProblem({ ...good, daysWorked: [] }, '2027-12-31')).toBeUndefined()
    expect(findHolidayProblem(good, '2025-12-31')?.field).toBe('year')
    expect(findHolidayProblem(good, '2029-01-01')?.field).toBe('year')
    for (const day of ['2027-01-01', '2027-05-01', '2027-10-01']) {
      expect(findHolidayProblem({ ...good, daysOff: good.daysOff.filter((other) => other !== day) }, today)?.message).toContain(day)
    }
    expect(findHolidayProblem({ ...good, daysOff: [...good.daysOff, '2026-12-31'] }, today)?.field).toBe('daysOff')
    expect(findHolidayProblem({ ...good, daysWorked: ['2026-12-26'] }, today)?.field).toBe('daysWorked')
  })
  it('exchange only Saturdays and Sundays, none of which is off', () => {
    expect(findHolidayProblem({ ...good, daysWorked: ['2027-02-12'] }, today)).toEqual({ field: 'daysWorked',
      message: '2027-02-12 本来就是工作日，这里只填调休上班的周六、周日' })
    expect(findHolidayProblem({ ...good, daysWorked: ['2027-05-01'] }, today)?.message).toContain('既放假又上班')
  })
})
