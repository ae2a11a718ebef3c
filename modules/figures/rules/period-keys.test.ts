import { describe, expect, it } from 'vitest'
import { parsePeriod, type Period } from '#platform/values/period.ts'
import { monthKey, spanOf, stockKeys, yearKey } from './period-keys.ts'

const period = (code: string): Period => parsePeriod(code)!

describe('a day belongs', () => {
  it('to a month and to a year, each under one number', () => {
    expect(monthKey('2026-03-16')).toBe(202603)
    expect(yearKey('2026-12-31')).toBe(202600)
  })
})

describe('a period is counted', () => {
  it('of a month and of a quarter by months, of an appraisal year by twelve months of two years', () => {
    expect(spanOf(period('2026-03'), '2026-12-31').keys).toEqual([202603])
    expect(spanOf(period('2026Q4'), '2026-12-31').keys).toEqual([202610, 202611, 202612])
    const { from, to, keys } = spanOf(period('2026A'), '2026-12-31')
    expect([from, to]).toEqual(['2025-08-01', '2026-07-31'])
    expect(keys).toEqual([202508, 202509, 202510, 202511, 202512, 202601, 202602, 202603, 202604, 202605, 202606, 202607])
  })

  it('of a year by the one sum of the year', () => {
    expect(spanOf(period('2026'), '2026-12-31').keys).toEqual([202600])
  })

  it('with the stock of its last day, or of today while that has not come', () => {
    expect(spanOf(period('2026-03'), '2026-06-15').asOf).toBe('2026-03-31')
    expect(spanOf(period('2026-03'), '2026-03-16').asOf).toBe('2026-03-16')
  })
})

it('the stock of a day is made of the years before it and of the months of its year up to its own', () => {
  expect(stockKeys('2026-03-16')).toEqual({ yearsBefore: 202600, monthFrom: 202601, monthTo: 202603, monthEnd: '2026-03-31' })
})
