import { describe, expect, it } from 'vitest'
import { findWipeReason, isSimplePin, lockAfterMs, mustLock, triesLeft } from './wiping.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const keeping = { keptDays: 7, wrongPins: 5 }
const usual = { wrongPins: 0, lastContactAt: at('2026-03-16T09:00'), now: at('2026-03-16T10:00'), keeping }

describe('wiping what a phone keeps', () => {
  it('leaves a phone alone that was in contact and opened with its PIN', () => {
    expect(findWipeReason(usual)).toBeUndefined()
    expect(findWipeReason({ ...usual, wrongPins: 4 })).toBeUndefined()
    expect(findWipeReason({ ...usual, now: at('2026-03-23T09:00') })).toBeUndefined()
  })

  it('wipes at the fifth wrong PIN', () => {
    expect(findWipeReason({ ...usual, wrongPins: 5 })).toBe('wrong-pins')
    expect(triesLeft({ wrongPins: 4, keeping })).toBe(1)
    expect(triesLeft({ wrongPins: 6, keeping })).toBe(0)
  })

  it('wipes after seven days without contact', () => {
    expect(findWipeReason({ ...usual, now: at('2026-03-23T09:01') })).toBe('no-contact')
  })

  it('is not deceived by a clock that was turned back', () => {
    expect(findWipeReason({ ...usual, now: at('2026-03-14T09:00') })).toBe('no-contact')
    expect(findWipeReason({ ...usual, now: at('2026-03-16T08:00') })).toBeUndefined()
  })
})

describe('asking for the PIN again', () => {
  it('lets somebody back in who only looked away', () => {
    expect(mustLock({ hiddenAt: 0, now: lockAfterMs - 1 })).toBe(false)
    expect(mustLock({ hiddenAt: 0, now: lockAfterMs })).toBe(true)
  })
})

describe('a PIN', () => {
  it.each(['000000', '111111', '123456', '654321', '987654'])('%s is guessed first', pin => expect(isSimplePin(pin)).toBe(true))
  it.each(['314159', '121212', '135790', '112233'])('%s may be chosen', pin => expect(isSimplePin(pin)).toBe(false))
})
