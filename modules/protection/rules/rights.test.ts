import { describe, expect, it } from 'vitest'
import { findDecisionProblem, findRightsProblem, isReplyLate, mayStillCopy, replyDueOn } from './rights.ts'

const today = '2026-03-16'
const asked = { askedBy: 'guardian', guardianId: '01900000-0000-7000-8000-000000000000', proof: 'household-register', receivedOn: today } as const

describe('a request of a child or guardian', () => {
  it('is to be answered fifteen working days after the day of receipt, over holidays and exchanged weekends', () => {
    const year = { year: 2026, daysOff: ['2026-02-20', '2026-02-23', '2026-04-06'], daysWorked: ['2026-02-28'] }
    expect(replyDueOn('2026-02-20', 15, [year])).toEqual({ dueOn: '2026-03-13', countsCalendarDays: false })
    expect(replyDueOn('2026-03-16', 15, [year])).toEqual({ dueOn: '2026-04-07', countsCalendarDays: false })
  })
  it('is to be answered fifteen calendar days after it where the holidays of the year are not known, and says so', () => {
    expect(replyDueOn('2027-02-20', 15, [])).toEqual({ dueOn: '2027-03-07', countsCalendarDays: true })
  })
  it('is late from the day after the last one, and stays late when answered after it', () => {
    expect(isReplyLate({ dueOn: today, sentOn: null }, today)).toBe(false)
    expect(isReplyLate({ dueOn: '2026-03-15', sentOn: null }, today)).toBe(true)
    expect(isReplyLate({ dueOn: '2026-03-10', sentOn: '2026-03-10' }, today)).toBe(false)
    expect(isReplyLate({ dueOn: '2026-03-10', sentOn: '2026-03-11' }, today)).toBe(true)
  })
  it('names the guardian who asks, and none otherwise', () => {
    expect(findRightsProblem(asked, today)).toBeUndefined()
    expect(findRightsProblem({ ...asked, guardianId: undefined }, today)?.field).toBe('guardianId')
    expect(findRightsProblem({ ...asked, askedBy: 'child' }, today)?.field).toBe('guardianId')
  })
  it('of an agent needs a paper that says so', () => {
    const agent = { ...asked, askedBy: 'agent', guardianId: undefined } as const
    expect(findRightsProblem({ ...agent, proof: 'known' }, today)?.field).toBe('proof')
    expect(findRightsProblem({ ...agent, proof: 'entrustment' }, today)).toBeUndefined()
  })
  it('is answered by a telephone that can be called, where one was left', () => {
    expect(findRightsProblem({ ...asked, phone: '13900001234' }, today)).toBeUndefined()
    expect(findRightsProblem({ ...asked, phone: '下次再说' }, today)?.field).toBe('phone')
  })
  it('was not received tomorrow, nor more than a year ago', () => {
    expect(findRightsProblem({ ...asked, receivedOn: '2026-03-17' }, today)?.field).toBe('receivedOn')
    expect(findRightsProblem({ ...asked, receivedOn: '2025-03-15' }, today)?.field).toBe('receivedOn')
    expect(findRightsProblem({ ...asked, receivedOn: '2025-03-16' }, today)).toBeUndefined()
  })
  it('opens the copy for a week after a yes to seeing or copying, and for nothing else', () => {
    const granted = { kind: 'copy', result: 'granted', decidedOn: '2026-03-10' }
    expect(mayStillCopy(granted, '2026-03-16')).toBe(true)
    expect(mayStillCopy(granted, '2026-03-17')).toBe(false)
    expect(mayStillCopy({ ...granted, kind: 'correct' }, '2026-03-16')).toBe(false)
    expect(mayStillCopy({ ...granted, result: 'refused' }, '2026-03-16')).toBe(false)
    expect(mayStillCopy({ ...granted, result: null, decidedOn: null }, '2026-03-16')).toBe(false)
  })
  it('is refused only with a reason, and granted without one', () => {
    expect(findDecisionProblem({ granted: false })).toBeDefined()
    expect(findDecisionProblem({ granted: true, refusalReason: 'not-kept' })).toBeDefined()
    expect(findDecisionProblem({ granted: false, refusalReason: 'not-kept' })).toBeUndefined()
    expect(findDecisionProblem({ granted: true })).toBeUndefined()
  })
})
