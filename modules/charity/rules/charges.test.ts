import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedBefore, expiryOf, findNextStep, isAskedAgain, isFinalAnswer, isLive, onlinePartOf } from './charges.ts'

const now = new Date('2026-03-16T10:00:00Z')
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('a charge', () => {
  it('takes money for thirty minutes', () => {
    expect(expiryOf(now)).toEqual(at(30 * 60))
  })

  it('is live while it may be paid, or is paid and not booked, however late it is', () => {
    const live = (status: string, seconds: number) => isLive({ status, expiresAt: at(seconds).toISOString() }, now)
    expect(['asked', 'open', 'paid', 'booked', 'closed'].map((status) => live(status, 1))).toEqual([true, true, true, false, false])
    expect(['asked', 'open', 'paid', 'booked', 'closed'].map((status) => live(status, 0))).toEqual([false, false, true, false, false])
  })

  it('is asked for again only when whoever asked can no longer hear the answer', () => {
    expect(isAskedAgain(at(-20).toISOString(), now)).toBe(false)
    expect(isAskedAgain(at(-21).toISOString(), now)).toBe(true)
    expect(isAskedAgain(at(1).toISOString(), now)).toBe(false)
  })

  it('is asked after every five minutes', () => {
    expect(askedBefore(now)).toEqual(at(-300))
  })

  it('waits until it expires, is then closed where it may still be paid, and ends where it is over', () => {
    const next = (state: 'unpaid' | 'over', seconds: number) => findNextStep(state, { expiresAt: at(seconds) }, now)
    expect([next('unpaid', 1), next('over', 1)]).toEqual(['wait', 'wait'])
    expect([next('unpaid', 0), next('over', 0), next('unpaid', -1), next('over', -1)]).toEqual(['close', 'end', 'close', 'end'])
  })
})

describe('a refund the way it was paid', () => {
  it.each([
    ['all of it', 100, 100, 0, 100], ['a part', 30, 100, 0, 30], ['what is left of the payment at most', 80, 100, 70, 30],
    ['nothing where all of it went back', 10, 100, 100, 0], ['nothing where more went back than was paid', 10, 100, 120, 0],
  ])('is %s', (_name, amountFen, paidFen, returnedFen, expected) => {
    expect(onlinePartOf(amountFen, { paidFen, returnedFen })).toBe(expected)
  })

  it('never gives back more than was paid, in however many parts', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e9 }), fc.array(fc.integer({ min: 1, max: 1e9 }), { maxLength: 20 }), (paidFen, parts) => {
      let returnedFen = 0
      for (const part of parts) returnedFen += onlinePartOf(part, { paidFen, returnedFen })
      expect(returnedFen).toBe(Math.min(paidFen, parts.reduce((sum, part) => sum + part, 0)))
    }))
  })

  it('is given up for answers that will not change, and tried again after all others', () => {
    const final = ['INVALID_REQUEST', 'PARAM_ERROR', 'RESOURCE_NOT_EXISTS', 'USER_ACCOUNT_ABNORMAL', 'NO_AUTH', 'MCH_NOT_EXISTS', 'APPID_MCHID_NOT_MATCH']
    for (const code of final) expect(isFinalAnswer(code), code).toBe(true)
    for (const code of ['NOT_ENOUGH', 'SYSTEM_ERROR', 'FREQUENCY_LIMITED', '']) expect(isFinalAnswer(code), code).toBe(false)
  })
})
