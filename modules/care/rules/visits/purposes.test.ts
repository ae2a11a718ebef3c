import { describe, expect, it } from 'vitest'
import { countPurpose, findPurposeObstacle, type HeldCategory } from './purposes.ts'

const held: HeldCategory[] = [
  { kind: 'purpose', code: 'everyday', name: '日常走访' }, { kind: 'purpose', code: 'festive', name: '节日慰问' },
  { kind: 'attempt-reason', code: 'family-absent', name: '家中无人' },
]
const made = { outcome: 'made' as const, purpose: 'everyday', attemptReason: null }
const attempted = { ...made, outcome: 'attempted' as const }

describe('what a visit is for', () => {
  it('is of the list of its day', () => {
    expect(findPurposeObstacle({ ...made, purpose: 'festive' }, held)).toBeUndefined()
    expect(findPurposeObstacle({ ...made, purpose: 'party' }, held)).toEqual({ code: 'PURPOSE_UNKNOWN' })
    expect(findPurposeObstacle({ ...made, purpose: 'family-absent' }, held)).toEqual({ code: 'PURPOSE_UNKNOWN' })
  })

  it('needs nothing said when it is the everyday one', () => {
    expect(findPurposeObstacle(made, [])).toBeUndefined()
  })

  it('has a reason only where nobody was met, and one of the list', () => {
    expect(findPurposeObstacle({ ...attempted, attemptReason: 'family-absent' }, held)).toBeUndefined()
    expect(findPurposeObstacle(attempted, held)).toBeUndefined()
    expect(findPurposeObstacle({ ...made, attemptReason: 'family-absent' }, held)).toEqual({ code: 'REASON_WITHOUT_ATTEMPT' })
    expect(findPurposeObstacle({ ...attempted, attemptReason: 'festive' }, held)).toEqual({ code: 'ATTEMPT_REASON_UNKNOWN' })
  })

  const child = { unitId: 'unit', scopeCode: '990100100010001000', childId: 'child', maskedName: '李某' }
  const counted = (visit: Parameters<typeof countPurpose>[1]) => countPurpose(child, visit, held).map(({ measure, value, label }) => [measure, value, label])
  const on = { id: 'visit', madeOn: '2026-03-10', minutes: 30 }

  it('counts where the child was met, with the minutes, and not once more when everyday', () => {
    expect(counted({ ...made, ...on, purpose: 'festive' })).toEqual([['visit.purpose.festive', 30, '李某 · 节日慰问']])
    expect(counted({ ...made, ...on })).toEqual([])
  })

  it('counts by its reason where nobody was met, whatever it was for', () => {
    expect(counted({ ...attempted, ...on, purpose: 'festive', attemptReason: 'family-absent' })).toEqual([
      ['visit.attempted.family-absent', undefined, '李某 · 家中无人']])
    expect(counted({ ...attempted, ...on, purpose: 'festive' })).toEqual([])
  })
})
