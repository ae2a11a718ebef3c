import { describe, expect, it } from 'vitest'
import { sentAtText } from './sent-at.ts'

describe('the time a notice was sent', () => {
  it('is read by the clocks in China, whatever the reader\'s own say', () => {
    expect(sentAtText('2026-03-16T16:05:00.000Z')).toBe('2026-03-17 00:05')
  })
})
