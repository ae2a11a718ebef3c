import { describe, expect, it } from 'vitest'
import { plannedFunds, plannedMonths, plannedVouchers } from './books.ts'

const today = '2026-03-16'
const all = plannedMonths(today).flatMap((month, at, months) => plannedVouchers(month, { at, isLast: at === months.length - 1, today }))

describe('the books of the demo foundation', () => {
  it('run from January to today, and from July of the year before while the year is young', () => {
    expect(plannedMonths(today)).toEqual([202601, 202602, 202603])
    expect(plannedMonths('2026-01-20')).toEqual([202507, 202508, 202509, 202510, 202511, 202512, 202601])
  })

  it('balance voucher by voucher, lie not ahead of today, and wait only in the last month', () => {
    for (const { lines, datedOn, memo } of all) {
      expect(lines.reduce((sum, { fen }) => sum + fen, 0), memo).toBe(0)
      expect(datedOn <= today).toBe(true)
    }
    expect(all.filter(({ status }) => status !== 'posted').map(({ status, datedOn }) => [status, datedOn.slice(0, 7)]))
      .toEqual([['reviewed', '2026-03'], ['submitted', '2026-03'], ['draft', '2026-03']])
  })

  it('never spend more of a fund for a purpose than it holds', () => {
    for (const { code } of plannedFunds.filter(({ purpose }) => purpose !== null)) {
      let held = 0
      for (const { lines, status } of all) {
        if (status !== 'posted') continue
        for (const { fund, fen } of lines) if (fund === code) held -= fen
        expect(held).toBeGreaterThanOrEqual(0)
      }
    }
  })
})
