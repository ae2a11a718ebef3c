import { describe, expect, it } from 'vitest'
import { dueOnAfterAssessment, isOverdue, laterOf, nextVisitDueOn, overdueDays } from './due-dates.ts'

describe('the day of the next visit', () => {
  it('lies one interval after opening before anybody was there', () => {
    expect(nextVisitDueOn({ openedOn: '2026-03-01', reopenedOn: null, lastMadeOn: null, intervalDays: 7 })).toBe('2026-03-08')
  })

  it('lies one interval after the latest visit that was made', () => {
    expect(nextVisitDueOn({ openedOn: '2026-01-01', reopenedOn: null, lastMadeOn: '2026-02-28', intervalDays: 30 })).toBe('2026-03-30')
  })
})

describe('after a reopening', () => {
  it('the rhythm begins anew', () => {
    expect(nextVisitDueOn({ openedOn: '2025-01-01', reopenedOn: '2026-03-01', lastMadeOn: '2025-06-01', intervalDays: 7 })).toBe('2026-03-08')
  })
})

describe('after an assessment', () => {
  const rhythm = { openedOn: '2026-01-01', reopenedOn: null, lastMadeOn: '2026-02-20' }
  it('a graver colour brings the visit forward and leaves one interval from the assessment', () => {
    expect(dueOnAfterAssessment({ ...rhythm, intervalDays: 7 }, { dueOn: '2026-05-22', assessedOn: '2026-03-16' })).toBe('2026-03-23')
  })
  it('a lighter colour counts from the latest visit', () => {
    expect(dueOnAfterAssessment({ ...rhythm, intervalDays: 91 }, { dueOn: '2026-02-27', assessedOn: '2026-03-16' })).toBe('2026-05-22')
  })
  it('of the same colour an overdue visit stays overdue', () => {
    expect(dueOnAfterAssessment({ ...rhythm, intervalDays: 7 }, { dueOn: '2026-02-27', assessedOn: '2026-03-16' })).toBe('2026-02-27')
  })
})

describe('a visit', () => {
  it('due today is not overdue', () => expect(isOverdue('2026-03-16', '2026-03-16')).toBe(false))
  it('due yesterday is overdue by one day', () => {
    expect(isOverdue('2026-03-15', '2026-03-16')).toBe(true)
    expect(overdueDays('2026-03-15', '2026-03-16')).toBe(1)
  })
  it('of a closed case, which has no due day, is never overdue', () => {
    expect(isOverdue(null, '2026-03-16')).toBe(false)
    expect(overdueDays(null, '2026-03-16')).toBe(0)
  })
})

describe('the later day', () => {
  it.each([
    ['2026-03-01', '2026-03-02', '2026-03-02'], ['2026-03-02', '2026-03-01', '2026-03-02'], [null, '2026-03-01', '2026-03-01'],
    ['2026-03-01', null, '2026-03-01'], [null, null, null],
  ])('of %s and %s is %s', (one, other, later) => expect(laterOf(one, other)).toBe(later))
})
