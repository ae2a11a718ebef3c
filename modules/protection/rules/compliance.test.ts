import { describe, expect, it } from 'vitest'
import { complianceBandOf, complianceDueOn, complianceFigures, complianceTask } from './compliance.ts'

describe('the yearly report', () => {
  it('tells those under fourteen and those from fourteen to eighteen apart', () => {
    expect(['0-5', '6-13', '14-15', '16-17', '18+', null].map(complianceBandOf)).toEqual(['under-14', 'under-14', '14-to-18', '14-to-18', 'other', 'other'])
  })
  it('is due by the end of January of the next year', () => {
    expect(complianceDueOn(2026)).toBe('2027-01-31')
    expect([complianceTask(2026), complianceTask(2025)]).toEqual(['compliance-2026', 'compliance-2025'])
  })
  it('names each figure once', () => {
    expect(new Set(complianceFigures.map(({ code }) => code)).size).toBe(complianceFigures.length)
  })
})
