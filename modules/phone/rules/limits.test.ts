import { describe, expect, it } from 'vitest'
import { limitsOf } from './limits.ts'

describe('the limits of a phone', () => {
  it('are the defaults where the city has set nothing', () => {
    expect(limitsOf({})).toEqual({ keptDays: 7, wrongPins: 5, sealingKeyDays: 365, keptContentDays: 90 })
  })

  it('are the city\'s own where it has set them', () => {
    expect(limitsOf({ 'phone.kept-days': 3, 'phone.wrong-pins': 10 })).toMatchObject({ keptDays: 3, wrongPins: 10 })
  })

  it('may be set for each of them, up to the bounds themselves', () => {
    expect(limitsOf({ 'phone.kept-days': 1, 'phone.wrong-pins': 20, 'phone.sealing-key-days': 30, 'phone.kept-content-days': 730 }))
      .toEqual({ keptDays: 1, wrongPins: 20, sealingKeyDays: 30, keptContentDays: 730 })
  })

  it.each([0, 31, 2.5, '7', null])('are not %j days: a phone that never wipes is none of ours', (value) => {
    expect(limitsOf({ 'phone.kept-days': value }).keptDays).toBe(7)
  })
})
