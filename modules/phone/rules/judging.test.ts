import { describe, expect, it } from 'vitest'
import { findLetterObstacle, type LetterFacts } from './judging.ts'

const at = Date.parse('2026-03-16T10:00:00+08:00')
const hour = 3_600_000
const found: NonNullable<LetterFacts['found']> = {
  unitCode: '990100100010001', inRange: true, status: 'open', isWithdrawn: false, pairings: [{ fromOn: '2026-02-01', untilOn: null }], visits: [],
}
const facts: LetterFacts = {
  writtenAt: at - hour, receivedAt: at, cutOffAt: null, clockOffset: 0, accountStands: true, madeOn: '2026-03-15', outcome: 'made', today: '2026-03-16',
  knownUnitCode: '990100100010001', found,
}
const judged = (change: Partial<LetterFacts>, ofCase: Partial<typeof found> = {}) => findLetterObstacle({ ...facts, found: { ...found, ...ofCase }, ...change })

describe('a visit that was written on a phone', () => {
  it('is recorded by itself when nothing is known against it', () => {
    expect(judged({})).toBeUndefined()
    expect(judged({ madeOn: '2026-03-16' })).toBeUndefined()
  })

  it('waits when it was written before the phone was cut off, and is refused when after', () => {
    expect(judged({ cutOffAt: at })).toBe('device-cut-off')
    expect(judged({ cutOffAt: at - hour })).toBe('device-cut-off')
    expect(judged({ cutOffAt: at - 2 * hour })).toBe('device-cut-off-after')
  })

  it('waits when the account is stopped, whatever the case', () => {
    expect(judged({ accountStands: false, found: null })).toBe('account-stopped')
  })

  it('waits when the phone\'s clock is half a day off or the day has not come', () => {
    expect(judged({ clockOffset: 11 * hour })).toBeUndefined()
    expect(judged({ clockOffset: -12 * hour })).toBe('clock-off')
    expect(judged({ writtenAt: at + 13 * hour })).toBe('clock-off')
    expect(judged({ writtenAt: at + 12 * hour })).toBeUndefined()
    expect(judged({ madeOn: '2026-03-17' })).toBe('clock-off')
  })

  it('waits when the child is led by another unit, or the case is not the person\'s', () => {
    expect(judged({}, { inRange: false })).toBe('case-transferred')
    expect(judged({}, { unitCode: '990100100010002' })).toBe('case-transferred')
    expect(judged({ found: null })).toBe('case-unknown')
  })

  it('waits when the family withdrew its consent, or the case is closed', () => {
    expect(judged({}, { isWithdrawn: true })).toBe('consent-withdrawn')
    expect(judged({}, { status: 'closed', pairings: [{ fromOn: '2026-02-01', untilOn: '2026-03-15' }] })).toBe('case-closed')
  })

  it('waits when the visit stands already, and when the desk has corrected or voided it', () => {
    const rival = { madeOn: '2026-03-15', outcome: 'made', isVoided: false, version: 1 } as const
    expect(judged({}, { visits: [rival] })).toBe('already-entered')
    expect(judged({}, { visits: [{ ...rival, madeOn: '2026-03-14' }] })).toBeUndefined()
    expect(judged({}, { visits: [{ ...rival, isVoided: true }] })).toBe('corrected-at-desk')
    expect(judged({}, { visits: [{ ...rival, madeOn: '2026-03-14', version: 2 }] })).toBe('corrected-at-desk')
  })

  it('is recorded beside an attempt of the same day, and an attempt beside it: both are true; twice the same waits', () => {
    const attempt = { madeOn: '2026-03-15', outcome: 'attempted', isVoided: false, version: 1 } as const
    expect(judged({}, { visits: [attempt] })).toBeUndefined()
    expect(judged({ outcome: 'attempted' }, { visits: [{ ...attempt, outcome: 'made' }] })).toBeUndefined()
    expect(judged({ outcome: 'attempted' }, { visits: [attempt] })).toBe('already-entered')
    expect(judged({}, { visits: [attempt, { ...attempt, outcome: 'made' }] })).toBe('already-entered')
    expect(judged({}, { visits: [{ ...attempt, version: 2 }] })).toBe('corrected-at-desk')
  })

  it('waits when the pairing did not cover the day, or ended since', () => {
    expect(judged({}, { pairings: [{ fromOn: '2026-02-01', untilOn: '2026-03-14' }] })).toBe('pairing-ended-before')
    expect(judged({}, { pairings: [{ fromOn: '2026-03-16', untilOn: null }] })).toBe('pairing-ended-before')
    expect(judged({}, { pairings: [{ fromOn: '2026-02-01', untilOn: '2026-03-15' }] })).toBe('pairing-ended-since')
  })

  it('needs one pairing only that covers the day, from its first day on', () => {
    expect(judged({}, { pairings: [{ fromOn: '2026-03-15', untilOn: null }] })).toBeUndefined()
    expect(judged({}, { pairings: [{ fromOn: '2025-01-01', untilOn: '2025-12-31' }, { fromOn: '2026-02-01', untilOn: null }] })).toBeUndefined()
  })

  it('of a worker needs no pairing', () => {
    expect(judged({}, { pairings: null })).toBeUndefined()
  })
})
