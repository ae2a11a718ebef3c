import type { LocalDate } from '#platform/values/local-date.ts'
import { isOverdue } from './due-dates.ts'

/** What decides whether a case may be closed. */
export type ClosingFacts = {
  status: 'open' | 'closed'
  openedOn: LocalDate
  lastVisitOn: LocalDate | null
  nextVisitDueOn: LocalDate | null
  closedOn: LocalDate
  today: LocalDate
}

/** Why a case cannot be closed. */
export type ClosingObstacle =
  | { code: 'CASE_ALREADY_CLOSED' }
  | { code: 'CASE_HAS_OVERDUE_VISIT'; data: { dueOn: LocalDate } }
  | { code: 'CLOSING_BEFORE_VISIT'; data: { earliestOn: LocalDate } }

/** A case is closed once, not while a visit is overdue, not in the future, not before its last visit. */
export function findClosingObstacle(facts: ClosingFacts): ClosingObstacle | undefined {
  if (facts.status === 'closed') return { code: 'CASE_ALREADY_CLOSED' }
  if (
    facts.nextVisitDueOn !== null && isOverdue(facts.nextVisitDueOn, facts.today)
  ) return { code: 'CASE_HAS_OVERDUE_VISIT', data: { dueOn: facts.nextVisitDueOn } }
  const earliestOn = facts.lastVisitOn !== null && facts.lastVisitOn > facts.openedOn ? facts.lastVisitOn : facts.openedOn
  if (facts.closedOn < earliestOn || facts.closedOn > facts.today) return { code: 'CLOSING_BEFORE_VISIT', data: { earliestOn } }
  return undefined
}
