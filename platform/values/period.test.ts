import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './local-date.ts'
import { listPeriodsContaining, parsePeriod, periodLabel, previousPeriod, samePeriodLastYear } from './period.ts'

const get = (code: string, firstMonth?: number) => {
  const period = parsePeriod(code, firstMonth)
  if (!period) throw new Error(`no period: ${code}`)
  return period
}

describe('a period', () => {
  test.each([
    ['2026-03', 'month', '2026-03-01', '2026-03-31', '2026年3月'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29', '2024年2月'],
    ['2026Q1', 'quarter', '2026-01-01', '2026-03-31', '2026年第一季度'],
    ['2026Q4', 'quarter', '2026-10-01', '2026-12-31', '2026年第四季度'],
    ['2026', 'year', '2026-01-01', '2026-12-31', '2026年'],
    ['9999', 'year', '9999-01-01', '9999-12-31', '9999年'],
    ['2026A', 'appraisal-year', '2025-08-01', '2026-07-31', '2026考评年度（2025年8月—2026年7月）'],
  ])('%s is a %s from %s to %s, called %s', (code, kind, from, to, label) => {
    expect(get(code)).toEqual({ kind, from, to, code })
    expect(periodLabel(get(code))).toBe(label)
  })

  test('of appraisal starts in the month the city chose', () => {
    expect(get('2026A', 1)).toMatchObject({ from: '2026-01-01', to: '2026-12-31' })
    expect(get('2026A', 12)).toMatchObject({ from: '2025-12-01', to: '2026-11-30' })
  })

  test.each(['2026-13', '2026-00', '2026-3', '2026Q5', '2026Q', '26', '2026B', '0000', '', '2026A '])('is refused: %j', code =>
    expect(parsePeriod(code)).toBeUndefined())

  test('has one before it and one a year earlier', () => {
    const codes = ['2026-01', '2026Q1', '2026', '2026A']
    expect(codes.map(code => previousPeriod(get(code))?.code)).toEqual(['2025-12', '2025Q4', '2025', '2025A'])
    expect(codes.map(code => samePeriodLastYear(get(code))?.code)).toEqual(['2025-01', '2025Q1', '2025', '2025A'])
    expect(previousPeriod(get('2026A', 3))?.from).toBe('2024-03-01')
    expect(previousPeriod(get('0001'))).toBeUndefined()
  })

  test('lists the four it belongs to for a day', () => {
    expect(listPeriodsContaining('2025-08-01')).toEqual(['2025-08', '2025Q3', '2025', '2026A'])
    expect(listPeriodsContaining('2026-07-31')).toEqual(['2026-07', '2026Q3', '2026', '2026A'])
  })

  test('contains each day that lists it, and follows the previous one without a gap', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 1, max: 12 }), (days, firstMonth) => {
      const day = addDays('1930-01-01', days)
      for (const period of listPeriodsContaining(day, firstMonth).map(code => get(code, firstMonth))) {
        expect(period.from <= day && day <= period.to).toBe(true)
        expect(addDays(previousPeriod(period)?.to ?? '', 1)).toBe(period.from)
      }
    }))
  })
})
