import { describe, expect, it } from 'vitest'
import {
  findDecisionObstacle, findPlanEndObstacle, findPlanTextObstacle, findResumeObstacle, findReviewObstacle, findSubmitObstacle, isInForce, standsOpen,
  type PlanFacts, type ReviewFacts,
} from './plans.ts'

const days = { fromOn: '2026-03-01', reviewOn: '2026-06-01', untilOn: '2026-12-31', goals: [{ dueOn: '2026-12-31' }], services: [] }
const open = { caseStatus: 'open', openedOn: '2026-03-01', status: 'draft' } as const
const facts: PlanFacts = { caseStatus: 'open', status: 'submitted', fromOn: '2026-03-01', untilOn: '2026-03-16', today: '2026-03-16', hasConsent: true }

describe('writing a plan', () => {
  it('is possible on its very edges: it begins with the case, ends with its last goal', () => {
    expect(findPlanTextObstacle(days, open)).toBeUndefined()
    expect(findPlanTextObstacle({ ...days, reviewOn: days.untilOn }, { ...open, status: 'returned' })).toBeUndefined()
    expect(findPlanTextObstacle({ ...days, reviewOn: days.fromOn }, open)).toBeUndefined()
  })

  it('is refused in a closed case, after handing in, before the case and against the order of days', () => {
    expect(findPlanTextObstacle(days, { ...open, caseStatus: 'closed' })).toEqual({ code: 'CASE_CLOSED' })
    for (const status of ['submitted', 'approved', 'suspended', 'ended'] as const) {
      expect(findPlanTextObstacle(days, { ...open, status })).toEqual({ code: 'PLAN_NOT_DRAFT' })
    }
    expect(findPlanTextObstacle(days, { ...open, openedOn: '2026-03-02' })).toEqual({ code: 'PLAN_BEFORE_CASE', data: { openedOn: '2026-03-02' } })
    expect(findPlanTextObstacle({ ...days, reviewOn: '2026-02-28' }, open)).toEqual({ code: 'PLAN_DAYS_REVERSED' })
    expect(findPlanTextObstacle({ ...days, reviewOn: '2027-01-01' }, open)).toEqual({ code: 'PLAN_DAYS_REVERSED' })
  })

  it('keeps goals and services inside its days and says which one is not', () => {
    const goals = [{ dueOn: '2026-03-01' }, { dueOn: '2027-01-01' }]
    expect(findPlanTextObstacle({ ...days, goals }, open)).toEqual({ code: 'GOAL_OUTSIDE_PLAN', data: { place: 2 } })
    expect(findPlanTextObstacle({ ...days, goals: [{ dueOn: '2026-02-28' }] }, open)).toEqual({ code: 'GOAL_OUTSIDE_PLAN', data: { place: 1 } })
    for (const service of [
      { fromOn: '2026-02-28', untilOn: '2026-04-01' }, { fromOn: '2026-12-01', untilOn: '2027-01-01' }, { fromOn: '2026-05-02', untilOn: '2026-05-01' },
    ]) expect(findPlanTextObstacle({ ...days, services: [service] }, open)).toEqual({ code: 'SERVICE_OUTSIDE_PLAN', data: { place: 1 } })
    expect(findPlanTextObstacle({ ...days, services: [{ fromOn: days.fromOn, untilOn: days.untilOn }] }, open)).toBeUndefined()
  })
})

describe('handing in a plan', () => {
  const ready = { ...facts, status: 'draft', goals: 1, services: 1 } as const
  it('needs a goal, a service and a consent, in an open case, on its last day at the latest', () => {
    expect(findSubmitObstacle(ready)).toBeUndefined()
    expect(findSubmitObstacle({ ...ready, status: 'returned' })).toBeUndefined()
    expect(findSubmitObstacle({ ...ready, goals: 0 })).toEqual({ code: 'PLAN_INCOMPLETE' })
    expect(findSubmitObstacle({ ...ready, services: 0 })).toEqual({ code: 'PLAN_INCOMPLETE' })
    expect(findSubmitObstacle({ ...ready, hasConsent: false })).toEqual({ code: 'PLAN_CONSENT_MISSING' })
    expect(findSubmitObstacle({ ...ready, caseStatus: 'closed' })).toEqual({ code: 'CASE_CLOSED' })
    expect(findSubmitObstacle({ ...ready, today: '2026-03-17' })).toEqual({ code: 'PLAN_OVER' })
    expect(findSubmitObstacle({ ...ready, status: 'submitted' })).toEqual({ code: 'PLAN_NOT_DRAFT' })
  })
})

describe('approving a plan', () => {
  const asked = { ...facts, authors: ['one', null], decider: 'two', isApproved: true, answer: '' }
  it('is for another person than who wrote it or handed it in', () => {
    expect(findDecisionObstacle(asked)).toBeUndefined()
    expect(findDecisionObstacle({ ...asked, decider: 'one' })).toEqual({ code: 'PLAN_OWN' })
    expect(findDecisionObstacle({ ...asked, authors: ['three', 'two'] })).toEqual({ code: 'PLAN_OWN' })
    expect(findDecisionObstacle({ ...asked, status: 'approved' })).toEqual({ code: 'PLAN_NOT_SUBMITTED' })
  })

  it('is stopped by a consent that was withdrawn; giving the plan back is not, but needs words', () => {
    expect(findDecisionObstacle({ ...asked, hasConsent: false })).toEqual({ code: 'PLAN_CONSENT_MISSING' })
    expect(findDecisionObstacle({ ...asked, hasConsent: false, isApproved: false, answer: '请补同意' })).toBeUndefined()
    expect(findDecisionObstacle({ ...asked, isApproved: false })).toEqual({ code: 'ANSWER_NEEDED' })
  })
})

describe('reviewing a plan', () => {
  const review: ReviewFacts = {
    ...facts, status: 'approved', untilOn: '2026-12-31', reviewedOn: '2026-03-16', nextReviewOn: null, lastReviewOn: null, goalIds: ['g1', 'g2'], judged: [],
  }
  it('looks at a plan in force, which begins on its first day', () => {
    expect(findReviewObstacle(review)).toBeUndefined()
    expect(isInForce({ status: 'approved', fromOn: '2026-03-16' }, '2026-03-16')).toBe(true)
    expect(isInForce({ status: 'approved', fromOn: '2026-03-17' }, '2026-03-16')).toBe(false)
    expect(findReviewObstacle({ ...review, status: 'suspended' })).toEqual({ code: 'PLAN_NOT_IN_FORCE' })
    expect(findReviewObstacle({ ...review, fromOn: '2026-03-17' })).toEqual({ code: 'PLAN_NOT_IN_FORCE' })
    expect(findReviewObstacle({ ...review, caseStatus: 'closed' })).toEqual({ code: 'CASE_CLOSED' })
  })

  it('lies between the review before and today, the next one between this and the end', () => {
    expect(findReviewObstacle({ ...review, reviewedOn: '2026-03-01', lastReviewOn: '2026-03-01' })).toBeUndefined()
    for (const reviewedOn of ['2026-02-28', '2026-03-17']) expect(findReviewObstacle({ ...review, reviewedOn })).toEqual({ code: 'REVIEW_OUTSIDE_PLAN' })
    expect(findReviewObstacle({ ...review, reviewedOn: '2026-03-10', lastReviewOn: '2026-03-11' })).toEqual({ code: 'REVIEW_OUTSIDE_PLAN' })
    expect(findReviewObstacle({ ...review, nextReviewOn: '2026-12-31' })).toBeUndefined()
    for (const nextReviewOn of ['2026-03-16', '2027-01-01']) {
      expect(findReviewObstacle({ ...review, nextReviewOn })).toEqual({ code: 'NEXT_REVIEW_OUTSIDE_PLAN' })
    }
  })

  it('judges goals of this plan, in words where one is reached or missed', () => {
    expect(findReviewObstacle({ ...review, judged: [{ goalId: 'g9', outcome: 'open', words: '' }] })).toEqual({ code: 'GOAL_UNKNOWN' })
    expect(findReviewObstacle({ ...review, judged: [{ goalId: 'g2', outcome: 'missed', words: '' }] }))
      .toEqual({ code: 'GOAL_WORDS_NEEDED', data: { place: 2 } })
    expect(findReviewObstacle({ ...review, judged: [{ goalId: 'g1', outcome: 'open', words: '' }, { goalId: 'g2', outcome: 'reached', words: '已返校' }] }))
      .toBeUndefined()
  })
})

describe('the end of a plan', () => {
  it('comes once, and as reached only when no goal is left open', () => {
    expect(findPlanEndObstacle({ status: 'approved', reason: 'reached', openGoals: 0 })).toBeUndefined()
    expect(findPlanEndObstacle({ status: 'approved', reason: 'reached', openGoals: 1 })).toEqual({ code: 'GOALS_OPEN' })
    expect(findPlanEndObstacle({ status: 'suspended', reason: 'withdrawn', openGoals: 1 })).toBeUndefined()
    expect(findPlanEndObstacle({ status: 'ended', reason: 'other', openGoals: 0 })).toEqual({ code: 'PLAN_ENDED' })
  })

  it('a suspended one goes on with a consent again', () => {
    expect(findResumeObstacle({ ...facts, status: 'suspended' })).toBeUndefined()
    expect(findResumeObstacle({ ...facts, status: 'suspended', hasConsent: false })).toEqual({ code: 'PLAN_CONSENT_MISSING' })
    expect(findResumeObstacle({ ...facts, status: 'approved' })).toEqual({ code: 'PLAN_NOT_SUSPENDED' })
  })

  it('must come before the closing of the case, unless nobody handed the plan in', () => {
    expect((['draft', 'submitted', 'returned', 'approved', 'suspended', 'ended'] as const).filter(standsOpen)).toEqual(['submitted', 'approved', 'suspended'])
  })
})
