import type { LocalDate } from '#platform/values/local-date.ts'
import type { GoalOutcome, PlanStatus } from '../contract.ts'

type Days = { fromOn: LocalDate; untilOn: LocalDate }

/** What is written in a plan, as far as its days go. */
export type PlanDays = Days & { reviewOn: LocalDate; goals: readonly { dueOn: LocalDate }[]; services: readonly Days[] }

/** Why a plan cannot be written so. */
export type PlanTextObstacle =
  | { code: 'CASE_CLOSED' | 'PLAN_NOT_DRAFT' | 'PLAN_DAYS_REVERSED' }
  | { code: 'PLAN_BEFORE_CASE'; data: { openedOn: LocalDate } }
  | { code: 'GOAL_OUTSIDE_PLAN' | 'SERVICE_OUTSIDE_PLAN'; data: { place: number } }

/** A plan is written while it is a draft or was given back, in an open case; goals and services lie inside its days. */
export function findPlanTextObstacle(
  plan: PlanDays, of: { caseStatus: 'open' | 'closed'; openedOn: LocalDate; status: PlanStatus }
): PlanTextObstacle | undefined {
  if (of.caseStatus === 'closed') return { code: 'CASE_CLOSED' }
  if (of.status !== 'draft' && of.status !== 'returned') return { code: 'PLAN_NOT_DRAFT' }
  if (plan.fromOn > plan.reviewOn || plan.reviewOn > plan.untilOn) return { code: 'PLAN_DAYS_REVERSED' }
  if (plan.fromOn < of.openedOn) return { code: 'PLAN_BEFORE_CASE', data: { openedOn: of.openedOn } }
  const goal = plan.goals.findIndex(({ dueOn }) => dueOn < plan.fromOn || dueOn > plan.untilOn)
  if (goal >= 0) return { code: 'GOAL_OUTSIDE_PLAN', data: { place: goal + 1 } }
  const service = plan.services.findIndex((days) => days.fromOn < plan.fromOn || days.untilOn > plan.untilOn || days.untilOn < days.fromOn)
  return service >= 0 ? { code: 'SERVICE_OUTSIDE_PLAN', data: { place: service + 1 } } : undefined
}

/** A plan on its way. */
export type PlanFacts = {
  caseStatus: 'open' | 'closed'
  status: PlanStatus
  fromOn: LocalDate
  untilOn: LocalDate
  today: LocalDate
  /** The guardian's consent to being helped holds today. */
  hasConsent: boolean
}

type Common = { code: 'CASE_CLOSED' | 'PLAN_CONSENT_MISSING' | 'PLAN_OVER' }

// Help goes on under a plan, so whatever brings a plan nearer to being done asks for an open case, a consent and days that are not over.
function findCommonObstacle({ caseStatus, hasConsent, untilOn, today }: PlanFacts): Common | undefined {
  if (caseStatus === 'closed') return { code: 'CASE_CLOSED' }
  if (!hasConsent) return { code: 'PLAN_CONSENT_MISSING' }
  return untilOn < today ? { code: 'PLAN_OVER' } : undefined
}

/** Why a plan cannot be handed in: it must have a goal and a service. */
export function findSubmitObstacle(
  facts: PlanFacts & { goals: number; services: number }
): Common | { code: 'PLAN_NOT_DRAFT' | 'PLAN_INCOMPLETE' } | undefined {
  if (facts.status !== 'draft' && facts.status !== 'returned') return { code: 'PLAN_NOT_DRAFT' }
  if (facts.goals === 0 || facts.services === 0) return { code: 'PLAN_INCOMPLETE' }
  return findCommonObstacle(facts)
}

/** What decides whether somebody may approve or return a plan. */
export type DecisionFacts = PlanFacts & { authors: readonly (string | null)[]; decider: string; isApproved: boolean; answer: string }

/** Another person than whoever wrote it or handed it in decides; a plan is given back with words; a withdrawn consent stops an approval, not a return. */
export function findDecisionObstacle(facts: DecisionFacts): Common | { code: 'PLAN_NOT_SUBMITTED' | 'PLAN_OWN' | 'ANSWER_NEEDED' } | undefined {
  if (facts.status !== 'submitted') return { code: 'PLAN_NOT_SUBMITTED' }
  if (facts.authors.includes(facts.decider)) return { code: 'PLAN_OWN' }
  if (facts.isApproved) return findCommonObstacle(facts)
  return facts.answer === '' ? { code: 'ANSWER_NEEDED' } : undefined
}

/** In force: approved and begun. */
export const isInForce = ({ status, fromOn }: { status: PlanStatus; fromOn: LocalDate }, today: LocalDate): boolean => status === 'approved' && fromOn <= today

/** What decides whether a review stands. */
export type ReviewFacts = Omit<PlanFacts, 'hasConsent'> & {
  reviewedOn: LocalDate
  nextReviewOn: LocalDate | null
  /** Null before the first review. */
  lastReviewOn: LocalDate | null
  goalIds: readonly string[]
  judged: readonly { goalId: string; outcome: GoalOutcome; words: string }[]
}

/** Why a review cannot be recorded so. */
export type ReviewObstacle =
  | { code: 'CASE_CLOSED' | 'PLAN_NOT_IN_FORCE' | 'REVIEW_OUTSIDE_PLAN' | 'NEXT_REVIEW_OUTSIDE_PLAN' | 'GOAL_UNKNOWN' }
  | { code: 'GOAL_WORDS_NEEDED'; data: { place: number } }

/** A review looks back on a plan in force, in order of days; a goal that is reached or missed says how in words. */
export function findReviewObstacle(facts: ReviewFacts): ReviewObstacle | undefined {
  const { reviewedOn, nextReviewOn, lastReviewOn, fromOn, untilOn, today } = facts
  if (facts.caseStatus === 'closed') return { code: 'CASE_CLOSED' }
  if (!isInForce(facts, today)) return { code: 'PLAN_NOT_IN_FORCE' }
  if (reviewedOn < fromOn || reviewedOn > today || (lastReviewOn !== null && reviewedOn < lastReviewOn)) return { code: 'REVIEW_OUTSIDE_PLAN' }
  if (nextReviewOn !== null && (nextReviewOn <= reviewedOn || nextReviewOn > untilOn)) return { code: 'NEXT_REVIEW_OUTSIDE_PLAN' }
  if (facts.judged.some(({ goalId }) => !facts.goalIds.includes(goalId))) return { code: 'GOAL_UNKNOWN' }
  const wordless = facts.judged.find(({ outcome, words }) => outcome !== 'open' && words === '')
  return wordless === undefined ? undefined : { code: 'GOAL_WORDS_NEEDED', data: { place: facts.goalIds.indexOf(wordless.goalId) + 1 } }
}

/** Why a plan cannot end: it has, or it is to end as reached while a goal has not been judged. */
export function findPlanEndObstacle(facts: { status: PlanStatus; reason: string; openGoals: number }): { code: 'PLAN_ENDED' | 'GOALS_OPEN' } | undefined {
  if (facts.status === 'ended') return { code: 'PLAN_ENDED' }
  return facts.reason === 'reached' && facts.openGoals > 0 ? { code: 'GOALS_OPEN' } : undefined
}

/** Why a suspended plan cannot go on: only with a consent again. */
export const findResumeObstacle = (facts: PlanFacts): Common | { code: 'PLAN_NOT_SUSPENDED' } | undefined =>
  facts.status === 'suspended' ? findCommonObstacle(facts) : { code: 'PLAN_NOT_SUSPENDED' }

/** A plan that still asks something of people: a case is not closed over it. A draft nobody handed in ends with the case. */
export const standsOpen = (status: PlanStatus): boolean => status === 'submitted' || status === 'approved' || status === 'suspended'
