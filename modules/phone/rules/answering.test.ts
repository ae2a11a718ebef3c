import { describe, expect, it } from 'vitest'
import { answerOfLetter, answerOfRefusal, type KnownLetter } from './answering.ts'

const receivedAt = new Date('2026-03-16T10:00:00+08:00')
const letter: KnownLetter = { itemId: 'item', status: 'recorded', code: 'recorded', visitId: 'visit', reason: '请看备注', receivedAt }
const told = (change: Partial<KnownLetter>) => answerOfLetter({ ...letter, ...change }, { withReason: false })

describe('the phone is told of a letter', () => {
  it('what became of it, that it is kept, and since when', () => {
    expect(told({})).toMatchObject({ itemId: 'item', state: 'recorded', code: 'recorded', isKept: true, visitId: 'visit', receivedAt })
  })

  it('which waits, why it waits', () => {
    expect(told({ status: 'waiting', code: 'case-closed', visitId: null }))
      .toMatchObject({ state: 'waiting', code: 'case-closed', isKept: true, visitId: null })
  })

  it('that the office has recorded what waited, whatever it waited for', () => {
    expect(told({ status: 'accepted', code: 'case-closed' })).toMatchObject({ state: 'recorded', code: 'recorded-by-office' })
  })

  it('that the office has set it aside', () => {
    expect(told({ status: 'set-aside', code: 'already-entered' })).toMatchObject({ state: 'set-aside', code: 'set-aside' })
  })

  it('the office\'s own words only when somebody has signed in', () => {
    expect(answerOfLetter(letter, { withReason: true }).reason).toBe('请看备注')
    expect(told({}).reason).toBeNull()
  })

  it('that was not taken: to keep its own', () => {
    const answer = answerOfRefusal('item', 'device-cut-off-after')
    expect(answer).toMatchObject({ itemId: 'item', state: 'refused', code: 'device-cut-off-after', isKept: false, visitId: null, reason: null,
      receivedAt: null })
    expect(answer.message).not.toBe('')
  })
})
