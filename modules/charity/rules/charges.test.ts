import { describe, expect, it } from 'vitest'
import { chargeMinutes, dayOfPayment } from './charges.ts'

describe('a payment online', () => {
  it('counts for the day on which it was made in China, whatever the clock of the server says', () => {
    expect(dayOfPayment(new Date('2026-03-15T15:59:59Z'))).toBe('2026-03-15')
    expect(dayOfPayment(new Date('2026-03-15T16:00:00Z'))).toBe('2026-03-16')
    expect(dayOfPayment(new Date('2025-12-31T23:59:59+08:00'))).toBe('2025-12-31')
    expect(dayOfPayment(new Date('2026-01-01T00:00:00+08:00'))).toBe('2026-01-01')
  })

  it('may be made for half an hour', () => {
    expect(chargeMinutes).toBe(30)
  })
})
