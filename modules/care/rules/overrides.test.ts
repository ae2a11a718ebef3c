import { describe, expect, it } from 'vitest'
import { colourThatHolds, findOverrideObstacle, isGraver, type OverrideFacts } from './overrides.ts'

describe('a colour wished against the scales', () => {
  it('is graver the nearer it stands to red', () => {
    expect([isGraver('red', 'yellow'), isGraver('yellow', 'blue'), isGraver('blue', 'green'), isGraver('green', 'green'), isGraver('green', 'red')])
      .toEqual([true, true, true, false, false])
  })

  it('holds at once when it is graver, and only after a yes when it is milder', () => {
    expect(colourThatHolds({ derived: 'yellow', wished: 'red', status: 'pending' })).toBe('red')
    expect(colourThatHolds({ derived: 'yellow', wished: 'green', status: 'pending' })).toBe('yellow')
    expect(colourThatHolds({ derived: 'yellow', wished: 'green', status: 'approved' })).toBe('green')
  })

  it('gives way to the scales after a no, and where nothing was wished', () => {
    expect(colourThatHolds({ derived: 'yellow', wished: 'red', status: 'rejected' })).toBe('yellow')
    expect(colourThatHolds({ derived: 'blue', wished: null, status: null })).toBe('blue')
  })

  const facts: OverrideFacts = { caseStatus: 'open', status: 'pending', assessedBy: 'one', decider: 'two', isApproved: true, answer: undefined }
  it('is decided by another person, once, in an open case', () => {
    expect(findOverrideObstacle(facts)).toBeUndefined()
    expect(findOverrideObstacle({ ...facts, decider: 'one' })).toEqual({ code: 'OVERRIDE_OWN' })
    expect(findOverrideObstacle({ ...facts, status: 'approved' })).toEqual({ code: 'OVERRIDE_NOT_PENDING' })
    expect(findOverrideObstacle({ ...facts, status: null })).toEqual({ code: 'OVERRIDE_NOT_PENDING' })
    expect(findOverrideObstacle({ ...facts, caseStatus: 'closed' })).toEqual({ code: 'CASE_CLOSED' })
  })

  it('is not refused without a word', () => {
    expect(findOverrideObstacle({ ...facts, isApproved: false })).toEqual({ code: 'ANSWER_NEEDED' })
    expect(findOverrideObstacle({ ...facts, isApproved: false, answer: '现场看过，情况未改善' })).toBeUndefined()
  })
})
