import { describe, expect, it } from 'vitest'
import { projectStatuses } from '../contract.ts'
import { projectBegun, projectClosed } from './countable.ts'
import {
  averageScore, findDraftIssues, findProjectApprovalProblem, findProposalProblem, findReviewIssues, findRunOutDay, forecastFen, hasRelated,
  isCarried, leftOfLine, limitFor,
  mayFollowProject, type ProjectStep,
} from './projects.ts'

const scores = { hasConflict: false, needScore: 20, meansScore: 15, budgetScore: 25, benefitScore: 10 }
const conflict = { hasConflict: true }

describe('a step of a project', () => {
  const from: Record<ProjectStep, readonly string[]> = {
    edit: ['draft'], submit: ['draft'], discard: ['draft'], review: ['submitted'], return: ['submitted'], approve: ['submitted'], run: ['running'],
    accept: ['running'], evaluate: ['accepted'], close: ['accepted'], enter: ['running'],
  }
  it.each(Object.entries(from))('%s follows from %s alone', (step, states) => {
    expect(projectStatuses.filter((status) => mayFollowProject(step as ProjectStep, status))).toEqual(states)
  })
})

describe('a proposal', () => {
  const whole = {
    startsOn: '2026-03-01', endsOn: '2026-12-31', lines: [{ name: '甲', amount: 1 }, { name: '乙', amount: 2 }],
    sources: [{ fundId: 'a', amount: 1 }, { fundId: 'b', amount: 2 }], milestones: [{ title: '一', dueOn: '2026-03-01' }, { title: '二', dueOn: '2026-12-31' }],
  }
  it('that fits together has nothing against it, also on its first and last day', () => {
    expect(findDraftIssues(whole)).toEqual([])
    expect(findDraftIssues({ ...whole, endsOn: '2026-03-01', milestones: [] })).toEqual([])
  })
  it('ends not before it begins, and names each line and each fund once, beside the field of the second', () => {
    expect(findDraftIssues({ ...whole, endsOn: '2026-02-28', milestones: [] })).toEqual([{ path: ['endsOn'], message: '结束日期不能早于开始日期' }])
    expect(findDraftIssues({ ...whole, lines: [...whole.lines, { name: '甲', amount: 3 }] }))
      .toEqual([{ path: ['lines', '2', 'name'], message: '预算里已经有这一行，请合并' }])
    expect(findDraftIssues({ ...whole, sources: [...whole.sources, { fundId: 'b', amount: 3 }] }))
      .toEqual([{ path: ['sources', '2', 'fundId'], message: '这项资金已经在来源里，请合并' }])
  })
  it('has its milestones between its days', () => {
    for (const dueOn of ['2026-02-28', '2027-01-01']) {
      expect(findDraftIssues({ ...whole, milestones: [{ title: '一', dueOn }] }))
        .toEqual([{ path: ['milestones', '0', 'dueOn'], message: '里程碑要在项目的起止日期之间' }])
    }
  })
  it('is handed in with a budget, sources that bear exactly it, and a milestone', () => {
    expect(findProposalProblem({ budgetFen: 10, sourcesFen: 10, milestonesCount: 1 })).toBeUndefined()
    expect(findProposalProblem({ budgetFen: 0, sourcesFen: 0, milestonesCount: 1 })).toBe('BUDGET_EMPTY')
    expect(findProposalProblem({ budgetFen: 10, sourcesFen: 11, milestonesCount: 0 })).toBe('BUDGET_UNFOOTED')
    expect(findProposalProblem({ budgetFen: 10, sourcesFen: 9, milestonesCount: 1 })).toBe('BUDGET_UNFOOTED')
    expect(findProposalProblem({ budgetFen: 10, sourcesFen: 10, milestonesCount: 0 })).toBe('MILESTONES_MISSING')
  })
})

describe('a review', () => {
  it('has four scores, or a conflict and none', () => {
    expect(findReviewIssues(scores)).toEqual([])
    expect(findReviewIssues({ ...scores, needScore: 0 })).toEqual([])
    expect(findReviewIssues(conflict)).toEqual([])
    expect(findReviewIssues({ ...scores, meansScore: undefined, benefitScore: null })).toEqual([
      { path: ['meansScore'], message: '请打分，0到25' }, { path: ['benefitScore'], message: '请打分，0到25' }])
    expect(findReviewIssues({ hasConflict: true, budgetScore: 0 })).toEqual([{ path: ['budgetScore'], message: '声明有利益关系的不打分，请留空' }])
  })
  it('counts in the average only without a conflict, to one decimal', () => {
    expect(averageScore([])).toBeNull()
    expect(averageScore([conflict])).toBeNull()
    expect(averageScore([scores, conflict])).toBe(70)
    expect(averageScore([scores, { ...scores, needScore: 21 }, scores])).toBe(70.3)
    expect(averageScore([{ ...scores, needScore: null }])).toBe(50)
  })
})

describe('an approval', () => {
  const small = { mostFen: 100, needsResolution: false, reviewsNeeded: 1, leastScore: 70 }
  const any = { mostFen: null, needsResolution: true, reviewsNeeded: 2, leastScore: 60 }
  const good = { ...scores, reviewedBy: 'r1' }
  const asked = { approver: 'me', proposedBy: 'other', limits: [small, any], budgetFen: 100, resolution: undefined, reviews: [good], isRelated: false }
  it('goes by the first limit that is wide enough', () => {
    expect(limitFor([small, any], 100)).toBe(small)
    expect(limitFor([small, any], 101)).toBe(any)
    expect(limitFor([small], 101)).toBeUndefined()
    expect(limitFor([], 1)).toBeUndefined()
  })
  it('is given within the limit, on enough reviews with enough points', () => {
    expect(findProjectApprovalProblem(asked)).toBeUndefined()
    expect(findProjectApprovalProblem({ ...asked, reviews: [] })).toEqual({ code: 'REVIEWS_MISSING', data: { needed: 1, have: 0 } })
    expect(findProjectApprovalProblem({ ...asked, reviews: [{ ...conflict, reviewedBy: 'r1' }] }))
      .toEqual({ code: 'REVIEWS_MISSING', data: { needed: 1, have: 0 } })
    expect(findProjectApprovalProblem({ ...asked, reviews: [{ ...good, needScore: 19 }] })).toEqual({ code: 'SCORE_LOW', data: { least: 70, score: 69 } })
    expect(findProjectApprovalProblem({ ...asked, limits: [{ ...small, reviewsNeeded: 0 }], reviews: [] })).toBeUndefined()
  })
  it('is never given by who proposed it or has a conflict, nor beyond the last limit', () => {
    expect(findProjectApprovalProblem({ ...asked, proposedBy: 'me' })).toEqual({ code: 'OWN_PROJECT' })
    expect(findProjectApprovalProblem({ ...asked, reviews: [good, { ...conflict, reviewedBy: 'me' }] })).toEqual({ code: 'OWN_REVIEW_CONFLICT' })
    expect(findProjectApprovalProblem({ ...asked, reviews: [{ ...good, reviewedBy: 'me' }] })).toBeUndefined()
    expect(findProjectApprovalProblem({ ...asked, limits: [small], budgetFen: 101 })).toEqual({ code: 'OVER_LIMIT', data: { mostFen: 100 } })
    expect(findProjectApprovalProblem({ ...asked, limits: [] })).toEqual({ code: 'OVER_LIMIT', data: { mostFen: null } })
  })
  it('of a large budget wants a resolution', () => {
    const large = { ...asked, budgetFen: 101, reviews: [good, { ...good, reviewedBy: 'r2' }] }
    expect(findProjectApprovalProblem(large)).toEqual({ code: 'RESOLUTION' })
    expect(findProjectApprovalProblem({ ...large, resolution: '3号' })).toBeUndefined()
  })
  it('of a contract with a related party wants a resolution, however small it is', () => {
    expect(findProjectApprovalProblem({ ...asked, isRelated: true })).toEqual({ code: 'RESOLUTION' })
    expect(findProjectApprovalProblem({ ...asked, isRelated: true, resolution: '3号' })).toBeUndefined()
    expect([[], [{ relatedBy: null }], [{ relatedBy: null }, { relatedBy: 'name' as const }]].map(hasRelated)).toEqual([false, false, true])
  })
})

describe('money of a project', () => {
  const year = { startsOn: '2026-01-01', endsOn: '2026-01-10', promisedFen: 0, budgetFen: 1000 }
  it('is forecast as it goes until today, at least what is spent and promised', () => {
    expect(forecastFen({ ...year, today: '2026-01-05', actualFen: 300 })).toBe(600)
    expect(forecastFen({ ...year, today: '2026-01-01', actualFen: 30 })).toBe(300)
    expect(forecastFen({ ...year, today: '2026-01-05', actualFen: 300, promisedFen: 400 })).toBe(700)
  })
  it('has a day on which the budget is used up where it is spent faster than the days go by', () => {
    expect(findRunOutDay({ ...year, today: '2026-01-02', actualFen: 500 })).toBe('2026-01-04')
    expect(findRunOutDay({ ...year, today: '2026-01-02', actualFen: 210 })).toBeUndefined()
    expect(findRunOutDay({ ...year, today: '2026-01-02', actualFen: 1000 })).toBe('2026-01-02')
    expect(findRunOutDay({ ...year, today: '2026-01-09', actualFen: 999 })).toBeUndefined()
    const at = (today: string, actualFen: number) => findRunOutDay({ ...year, today, actualFen })
    expect([at('2026-01-02', 0), at('2026-01-02', 1001), at('2025-12-31', 500), at('2026-01-10', 1000)]).toEqual([undefined, undefined, undefined, undefined])
  })
  it('is forecast as the budget before it begins, and as it is on and after the last day', () => {
    expect(forecastFen({ ...year, today: '2025-12-31', actualFen: 0 })).toBe(1000)
    expect(forecastFen({ ...year, today: '2025-12-31', actualFen: 900, promisedFen: 200 })).toBe(1100)
    expect(forecastFen({ ...year, today: '2026-01-10', actualFen: 300, promisedFen: 5 })).toBe(305)
    expect(forecastFen({ ...year, today: '2026-02-01', actualFen: 300 })).toBe(300)
  })
  it('that a line has left is its budget less what is spent and promised', () => {
    expect(leftOfLine({ budgetFen: 100, actualFen: 30, promisedFen: 20 })).toBe(50)
  })
  it('that is left is carried only by rule, and only where there is some', () => {
    expect([isCarried('carry', 1), isCarried('carry', 0), isCarried('return', 1)]).toEqual([true, false, false])
  })
})

describe('a project counts', () => {
  const project = { id: 'p', unitId: 'u', scopeCode: '9', name: '助学' }
  const shared = { happenedOn: '2026-03-16', unit: { id: 'u', scopeCode: '9' }, record: { kind: 'project', id: 'p' }, subjectId: 'p', label: '助学' }
  it('as begun and running from its approval, as closed at its end', () => {
    expect(projectBegun(project, '2026-03-16')).toEqual([{ measure: 'project.begun', ...shared }, { measure: 'project.running', ...shared }])
    expect(projectClosed(project, '2026-03-16')).toEqual([{ measure: 'project.closed', ...shared }])
  })
})
