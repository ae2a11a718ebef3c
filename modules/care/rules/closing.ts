import type { LocalDate } from '#platform/values/local-date.ts'
import type { PlanStatus } from '../contract.ts'
import { isOverdue } from './due-dates.ts'
import { standsOpen } from './plans.ts'

/** What decides whether a case may be closed. */
export type ClosingFacts = {
  status: 'open' | 'closed'
  openedOn: LocalDate
  lastVisitOn: LocalDate | null
  nextVisitDueOn: LocalDate | null
  closedOn: LocalDate
  today: LocalDate
  /** Status of the plan that has not ended; null where there is none. */
  planStatus: PlanStatus | null
  /** Day on which a referral was sent that is not done yet; null where there is none. */
  referralSentOn: LocalDate | null
  /** It is closed as the double of another case. */
  isDouble: boolean
  /** Another open case of the same child goes on. */
  hasOther: boolean
  /** The file of the child stands; a child whose file was closed is not visited any more. */
  isChildRegistered: boolean
}

/** Why a case cannot be closed. */
export type ClosingObstacle =
  | { code: 'CASE_ALREADY_CLOSED' | 'CASE_HAS_OPEN_PLAN' | 'NO_OTHER_CASE' }
  | { code: 'CASE_HAS_OPEN_REFERRAL'; data: { sentOn: LocalDate } }
  | { code: 'CASE_HAS_OVERDUE_VISIT'; data: { dueOn: LocalDate } }
  | { code: 'CLOSING_BEFORE_VISIT'; data: { earliestOn: LocalDate } }

/**
 * A case is closed once, not while a visit is overdue, a plan asks something of people or somebody else works at a referral,
 * not in the future, not before its last visit. A double case is closed only beside the other; the child goes on being visited there, so that
 * an overdue visit of the double holds up nothing; neither does one to a child whose file was closed, who moved away or died.
 */
export function findClosingObstacle(facts: ClosingFacts): ClosingObstacle | undefined {
  if (facts.status === 'closed') return { code: 'CASE_ALREADY_CLOSED' }
  if (facts.isDouble && !facts.hasOther) return { code: 'NO_OTHER_CASE' }
  if (
    !facts.isDouble && facts.isChildRegistered && facts.nextVisitDueOn !== null && isOverdue(facts.nextVisitDueOn, facts.today)
  ) return { code: 'CASE_HAS_OVERDUE_VISIT', data: { dueOn: facts.nextVisitDueOn } }
  if (facts.planStatus !== null && standsOpen(facts.planStatus)) return { code: 'CASE_HAS_OPEN_PLAN' }
  if (facts.referralSentOn !== null) return { code: 'CASE_HAS_OPEN_REFERRAL', data: { sentOn: facts.referralSentOn } }
  const earliestOn = facts.lastVisitOn !== null && facts.lastVisitOn > facts.openedOn ? facts.lastVisitOn : facts.openedOn
  if (facts.closedOn < earliestOn || facts.closedOn > facts.today) return { code: 'CLOSING_BEFORE_VISIT', data: { earliestOn } }
  return undefined
}
