import { describe, expect, it } from 'vitest'
import { findClosingObstacle } from './closing.ts'

const visited = {
  status: 'open' as const, openedOn: '2026-01-01', lastVisitOn: '2026-03-10', nextVisitDueOn: '2026-03-16', closedOn: '2026-03-16', today: '2026-03-16',
  planStatus: null, referralSentOn: null, isDouble: false, hasOther: false, isChildRegistered: true,
}

describe('closing a case', () => {
  it('is possible when every visit is done; one due today is not overdue', () => expect(findClosingObstacle(visited)).toBeUndefined())
  it('is stopped by an overdue visit, whose day is told', () => {
    expect(findClosingObstacle({ ...visited, nextVisitDueOn: '2026-03-15' })).toEqual({ code: 'CASE_HAS_OVERDUE_VISIT', data: { dueOn: '2026-03-15' } })
  })
  it('is not stopped by an overdue visit once the file of the child was closed; a plan still stops it', () => {
    const left = { ...visited, isChildRegistered: false, nextVisitDueOn: '2026-03-15' }
    expect(findClosingObstacle(left)).toBeUndefined()
    expect(findClosingObstacle({ ...left, planStatus: 'approved' })).toEqual({ code: 'CASE_HAS_OPEN_PLAN' })
  })
  it('happens once', () => expect(findClosingObstacle({ ...visited, status: 'closed', nextVisitDueOn: null })).toEqual({ code: 'CASE_ALREADY_CLOSED' }))
  it('is stopped by a plan that asks something of people, not by a draft', () => {
    expect(findClosingObstacle({ ...visited, planStatus: 'approved' })).toEqual({ code: 'CASE_HAS_OPEN_PLAN' })
    expect(findClosingObstacle({ ...visited, planStatus: 'draft' })).toBeUndefined()
  })
  it('is stopped by a referral that somebody else still works at, whose day is told', () => {
    expect(findClosingObstacle({ ...visited, referralSentOn: '2026-03-02' })).toEqual({ code: 'CASE_HAS_OPEN_REFERRAL', data: { sentOn: '2026-03-02' } })
  })
  it('as a double needs the other case; then an overdue visit holds up nothing, a plan still does', () => {
    expect(findClosingObstacle({ ...visited, isDouble: true })).toEqual({ code: 'NO_OTHER_CASE' })
    expect(findClosingObstacle({ ...visited, isDouble: true, hasOther: true, nextVisitDueOn: '2026-03-15' })).toBeUndefined()
    expect(findClosingObstacle({ ...visited, hasOther: true, nextVisitDueOn: '2026-03-15' })?.code).toBe('CASE_HAS_OVERDUE_VISIT')
    expect(findClosingObstacle({ ...visited, isDouble: true, hasOther: true, planStatus: 'approved' })).toEqual({ code: 'CASE_HAS_OPEN_PLAN' })
  })
  it('does not lie before the last visit, nor before opening, nor in the future', () => {
    expect(findClosingObstacle({ ...visited, closedOn: '2026-03-09' })).toEqual({ code: 'CLOSING_BEFORE_VISIT', data: { earliestOn: '2026-03-10' } })
    expect(
      findClosingObstacle({ ...visited, lastVisitOn: null, closedOn: '2025-12-31' })
    ).toEqual({ code: 'CLOSING_BEFORE_VISIT', data: { earliestOn: '2026-01-01' } })
    expect(findClosingObstacle({ ...visited, closedOn: '2026-03-17' })?.code).toBe('CLOSING_BEFORE_VISIT')
    expect(findClosingObstacle({ ...visited, closedOn: '2026-03-10' })).toBeUndefined()
  })
})
