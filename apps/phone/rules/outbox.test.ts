import { describe, expect, it } from 'vitest'
import {
  afterAnswer, afterAsking, afterFailure, afterSignal, callsToMake, countUnsent, isForgettable, isOnlyHere, needsLook, newLetter, type OutboxLetter,
} from './outbox.ts'

let made = 0
const letter = (part: Partial<OutboxLetter> = {}): OutboxLetter => ({
  ...newLetter({ itemId: `item-${++made}`, kind: 'visit', deviceId: 'd', visitItemId: null, sealed: { keyId: 'k', sealed: 'x'.repeat(400) } }, 1000), ...part,
})
const answer = { code: 'recorded', state: 'recorded', isKept: true, reason: null } as const

describe('a letter in the outbox', () => {
  it('is forgotten once it is recorded', () => {
    expect(afterAnswer(letter(), answer, 2000)).toMatchObject({ state: 'recorded', sealed: null })
  })

  it('is forgotten while the office has it, and is still shown', () => {
    const waiting = afterAnswer(letter(), { ...answer, state: 'waiting', code: 'case-closed' }, 2000)
    expect(waiting).toMatchObject({ state: 'waiting', code: 'case-closed', sealed: null })
    expect(needsLook(waiting)).toBe(true)
  })

  it('stays on the phone when the server did not keep it, and is not sent again by itself', () => {
    const refused = afterAnswer(letter(), { ...answer, state: 'refused', code: 'unreadable', isKept: false }, 2000)
    expect(isOnlyHere(refused)).toBe(true)
    expect(callsToMake([refused], 1e12)).toEqual([])
    expect(callsToMake([afterAsking(refused, 3000)], 3000)).toHaveLength(1)
  })

  it('is tried again where the server says that it could not just now', () => {
    const later = afterAnswer(letter(), { ...answer, state: 'refused', code: 'try-later', isKept: false }, 2000)
    expect(later).toMatchObject({ state: 'unsent', nextTryAt: 22_000 })
    expect(callsToMake([later], 22_000)).toHaveLength(1)
  })

  it('waits longer after each call in vain, a quarter of an hour at most', () => {
    const pauses = [0, 1, 2, 3, 20].map(tries => afterFailure(letter({ tries }), 0).nextTryAt / 1000)
    expect(pauses).toEqual([20, 40, 80, 160, 900])
  })

  it('goes at once when there is signal again', () => {
    const tired = afterFailure(letter({ tries: 9 }), 5000)
    expect(callsToMake([tired], 6000)).toEqual([])
    expect(callsToMake([afterSignal(tired, 6000)], 6000)).toHaveLength(1)
  })
})

describe('calls', () => {
  it('carry twenty letters at most', () => {
    const many = Array.from({ length: 45 }, () => letter())
    expect(callsToMake(many, 2000).map(call => call.length)).toEqual([20, 20, 5])
  })

  it('carry less than a call may hold', () => {
    const long = Array.from({ length: 3 }, () => letter({ sealed: { keyId: 'k', sealed: 'x'.repeat(500_000) } }))
    expect(callsToMake(long, 2000).map(call => call.length)).toEqual([1, 1, 1])
  })

  it('take visits first, then what was read, then parts of photographs one by one', () => {
    const parts = [letter({ kind: 'file-part', visitItemId: 'v' }), letter({ kind: 'file-part', visitItemId: 'v' })]
    const kinds = callsToMake([...parts, letter({ kind: 'reads' }), letter()], 2000).map(call => call.map(({ kind }) => kind))
    expect(kinds).toEqual([['visit', 'reads'], ['file-part'], ['file-part']])
  })

  it('leave out a letter that rests, and take the others', () => {
    const stuck = afterFailure(letter({ tries: 5 }), 2000)
    const fresh = letter()
    expect(callsToMake([stuck, fresh], 2000)).toEqual([[fresh]])
  })
})

describe('what the head of the page counts', () => {
  it('is each visit once, with its photographs, and not what was read', () => {
    const visit = letter({ itemId: 'v' })
    const parts = [letter({ kind: 'file-part', visitItemId: 'v' }), letter({ kind: 'file-part', visitItemId: 'v' })]
    expect(countUnsent([visit, ...parts, letter({ kind: 'reads' }), letter()])).toBe(2)
  })

  it('still counts a visit whose photograph has not gone', () => {
    expect(countUnsent([letter({ itemId: 'v', state: 'recorded', sealed: null }), letter({ kind: 'file-part', visitItemId: 'v' })])).toBe(1)
  })

  it('drops what is settled: notes of reading at once, visits the next day, nothing that waits', () => {
    const done = { state: 'recorded', sealed: null } as const
    expect(isForgettable(letter({ ...done, kind: 'reads' }), 0)).toBe(true)
    expect(isForgettable(letter({ ...done, writtenAt: 500 }), 400)).toBe(false)
    expect(isForgettable(letter({ ...done, writtenAt: 500 }), 600)).toBe(true)
    expect(isForgettable(letter({ state: 'waiting', sealed: null, writtenAt: 500 }), 600)).toBe(false)
    expect(isForgettable(letter({ writtenAt: 500 }), 600)).toBe(false)
  })
})
