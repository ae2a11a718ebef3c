import { describe, expect, it } from 'vitest'
import { dayInChina } from './clock.ts'

describe('the day in China', () => {
  it('begins at four in the afternoon of the day before in Greenwich', () => {
    expect(dayInChina(new Date('2026-11-27T15:59:59.999Z'))).toBe('2026-11-27')
    expect(dayInChina(new Date('2026-11-27T16:00:00.000Z'))).toBe('2026-11-28')
  })

  it('is the one the calendar names, on every hour of forty-five years', () => {
    const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
    for (let time = Date.UTC(1985, 0, 1); time < Date.UTC(2030, 0, 1); time += 7 * 3_600_000) {
      expect(dayInChina(new Date(time))).toBe(calendar.format(new Date(time)))
    }
  })
})
