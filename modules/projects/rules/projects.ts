// What holds of projects: pure, from what is known of a proposal, its reviews, its budget and its days.
import { addDays, daysBetween, type LocalDate } from '#platform/values/local-date.ts'
import type { ProjectStatus, Proposal, SurplusRule } from '../contract.ts'

const steps = {
  edit: ['draft'], submit: ['draft'], discard: ['draft'], review: ['submitted'], return: ['submitted'], approve: ['submitted'], run: ['running'],
  accept: ['running'], evaluate: ['accepted'], close: ['accepted'], enter: ['running'],
} as const satisfies Record<string, readonly ProjectStatus[]>

/** A step of a project. */
export type ProjectStep = keyof typeof steps

/** Whether a step follows from where the project stands. */
export const mayFollowProject = (step: ProjectStep, status: ProjectStatus): boolean => (steps[step] as readonly ProjectStatus[]).includes(status)

type Issue = { path: string[]; message: string }

/** What is wrong with a proposal while it is written: days, and rows that occur twice. */
export function findDraftIssues(proposal: Pick<Proposal, 'startsOn' | 'endsOn' | 'lines' | 'sources' | 'milestones'>): Issue[] {
  const { startsOn, endsOn, lines, sources, milestones } = proposal
  return [
    ...(endsOn < startsOn ? [{ path: ['endsOn'], message: '结束日期不能早于开始日期' }] : []),
    ...twice(lines.map(({ name }) => name)).map((at) => ({ path: ['lines', String(at), 'name'], message: '预算里已经有这一行，请合并' })),
    ...twice(sources.map(({ fundId }) => fundId)).map((at) => ({ path: ['sources', String(at), 'fundId'], message: '这项资金已经在来源里，请合并' })),
    ...milestones.flatMap(({ dueOn }, at) => (dueOn < startsOn || dueOn > endsOn
      ? [{ path: ['milestones', String(at), 'dueOn'], message: '里程碑要在项目的起止日期之间' }] : [])),
  ]
}

const twice = (values: readonly string[]): number[] => values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []))

/** What keeps a proposal from being handed in: a budget, sources that bear exactly it, and a step to measure it by. */
export function findProposalProblem(
  { budgetFen, sourcesFen, milestonesCount }: { budgetFen: number; sourcesFen: number; milestonesCount: number },
): 'BUDGET_EMPTY' | 'BUDGET_UNFOOTED' | 'MILESTONES_MISSING' | undefined {
  if (budgetFen === 0) return 'BUDGET_EMPTY'
  if (sourcesFen !== budgetFen) return 'BUDGET_UNFOOTED'
  return milestonesCount === 0 ? 'MILESTONES_MISSING' : undefined
}

/** Scores of a review; none where there is a conflict. */
export type Scores = { hasConflict: boolean; needScore?: number | null | undefined; meansScore?: number | null | undefined
  budgetScore?: number | null | undefined; benefitScore?: number | null | undefined }

const scoreFields = ['needScore', 'meansScore', 'budgetScore', 'benefitScore'] as const

/** A reviewer without a conflict gives all four scores; one with a conflict gives none. */
export function findReviewIssues(review: Scores): Issue[] {
  const isThere = (field: (typeof scoreFields)[number]) => review[field] !== undefined && review[field] !== null
  if (review.hasConflict) {
    return scoreFields.filter(isThere).map((field) => ({ path: [field], message: '声明有利益关系的不打分，请留空' }))
  }
  return scoreFields.filter((field) => !isThere(field)).map((field) => ({ path: [field], message: '请打分，0到25' }))
}

/** Average of the sums of those who have no conflict, to one decimal; null where there is none. */
export function averageScore(reviews: readonly Scores[]): number | null {
  const sums = reviews.filter(({ hasConflict }) => !hasConflict).map((review) => scoreFields.reduce((sum, field) => sum + (review[field] ?? 0), 0))
  return sums.length === 0 ? null : Math.round(sums.reduce((sum, each) => sum + each, 0) / sums.length * 10) / 10
}

/** A row of the dated limits. */
export type Limit = { mostFen: number | null; needsResolution: boolean; reviewsNeeded: number; leastScore: number }

/** The first row of a role, in its order, that is wide enough; undefined where none is. */
export const limitFor = (limits: readonly Limit[], budgetFen: number): Limit | undefined =>
  limits.find(({ mostFen }) => mostFen === null || budgetFen <= mostFen)

/** Whether a project has a contract with a related party: the board resolves on that, whatever the budget. */
export const hasRelated = (partners: readonly { relatedBy: 'code' | 'name' | null }[]): boolean => partners.some(({ relatedBy }) => relatedBy !== null)

/** Why a project may not be approved by somebody, with what the sentence needs. */
export type ApprovalProblem =
  | { code: 'OWN_PROJECT' | 'OWN_REVIEW_CONFLICT' } | { code: 'OVER_LIMIT'; data: { mostFen: number | null } }
  | { code: 'REVIEWS_MISSING'; data: { needed: number; have: number } } | { code: 'SCORE_LOW'; data: { least: number; score: number } }
  | { code: 'RESOLUTION' }

/** Why somebody may not approve now; undefined when he may. */
export function findProjectApprovalProblem(asked: {
  approver: string; proposedBy: string | null; limits: readonly Limit[]; budgetFen: number; resolution: string | undefined
  reviews: readonly (Scores & { reviewedBy: string })[]; isRelated: boolean
}): ApprovalProblem | undefined {
  const { approver, proposedBy, limits, budgetFen, reviews, resolution, isRelated } = asked
  if (approver === proposedBy) return { code: 'OWN_PROJECT' }
  if (reviews.some(({ reviewedBy, hasConflict }) => reviewedBy === approver && hasConflict)) return { code: 'OWN_REVIEW_CONFLICT' }
  const limit = limitFor(limits, budgetFen)
  if (limit === undefined) return { code: 'OVER_LIMIT', data: { mostFen: limits.at(-1)?.mostFen ?? null } }
  const have = reviews.filter(({ hasConflict }) => !hasConflict).length
  if (have < limit.reviewsNeeded) return { code: 'REVIEWS_MISSING', data: { needed: limit.reviewsNeeded, have } }
  const score = averageScore(reviews)
  if (score !== null && score < limit.leastScore) return { code: 'SCORE_LOW', data: { least: limit.leastScore, score } }
  return (limit.needsResolution || isRelated) && resolution === undefined ? { code: 'RESOLUTION' } : undefined
}

/**
 * What will have been spent on the last day if it goes on as until today; never less than what is spent or promised. Before the first day nobody
 * knows better than the budget; after the last day it is what it is.
 */
export function forecastFen({ startsOn, endsOn, today, actualFen, promisedFen, budgetFen }: {
  startsOn: LocalDate; endsOn: LocalDate; today: LocalDate; actualFen: number; promisedFen: number; budgetFen: number
}): number {
  const bound = actualFen + promisedFen
  if (today < startsOn) return Math.max(bound, budgetFen)
  if (today >= endsOn) return bound
  const [gone, all] = [daysBetween(startsOn, today) + 1, daysBetween(startsOn, endsOn) + 1]
  return Math.max(bound, Math.round(actualFen / gone * all))
}

/** The day on which the budget is used up as it goes now; undefined where it lasts until the end. */
export function findRunOutDay(
  { startsOn, endsOn, today, actualFen, budgetFen }: { startsOn: LocalDate; endsOn: LocalDate; today: LocalDate; actualFen: number; budgetFen: number },
): LocalDate | undefined {
  if (actualFen <= 0 || actualFen > budgetFen || today < startsOn || today >= endsOn) return undefined
  const gone = daysBetween(startsOn, today) + 1
  const day = addDays(startsOn, Math.ceil(budgetFen / (actualFen / gone)) - 1)
  return day < endsOn ? day : undefined
}

/** What a batch may still take of a line of the budget. */
export const leftOfLine = ({ budgetFen, actualFen, promisedFen }: { budgetFen: number; actualFen: number; promisedFen: number }): number =>
  budgetFen - actualFen - promisedFen

/** Whether a surplus goes to a successor. */
export const isCarried = (rule: SurplusRule, surplusFen: number): boolean => rule === 'carry' && surplusFen > 0
