import { describe, expect, it } from 'vitest'
import { clearanceStateOn, isValidityAllowed, lastDayOfClearance } from './clearance.ts'

describe('a clearance', () => {
  const clear = { result: 'clear' as const, validUntil: '2026-06-30' }

  it('counts on its last day and no longer on the day after', () => {
    expect(clearanceStateOn(clear, '2026-06-30')).toBe('expiring')
    expect(clearanceStateOn(clear, '2026-07-01')).toBe('expired')
  })

  it('asks to be renewed from thirty days before its end', () => {
    expect(clearanceStateOn(clear, '2026-05-30')).toBe('valid')
    expect(clearanceStateOn(clear, '2026-05-31')).toBe('expiring')
  })

  it('that found something or is still pending is never valid', () => {
    expect(clearanceStateOn({ result: 'found', validUntil: null }, '2026-01-01')).toBe('found')
    expect(clearanceStateOn({ result: 'pending', validUntil: null }, '2026-01-01')).toBe('pending')
    expect(clearanceStateOn({ result: 'found', validUntil: '2026-12-31' }, '2026-01-01')).toBe('found')
    expect(clearanceStateOn({ result: 'clear', validUntil: null }, '2026-01-01')).toBe('pending')
    expect(clearanceStateOn(null, '2026-01-01')).toBe('none')
  })

  it('holds for a year at most', () => {
    expect(lastDayOfClearance('2026-03-16')).toBe('2027-03-15')
    expect(isValidityAllowed('2026-03-16', '2027-03-15')).toBe(true)
    expect(isValidityAllowed('2026-03-16', '2027-03-16')).toBe(false)
    expect(isValidityAllowed('2026-03-16', '2026-03-16')).toBe(true)
    expect(isValidityAllowed('2026-03-16', '2026-03-15')).toBe(false)
  })
})
