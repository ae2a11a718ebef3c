import { daysBetween, type LocalDate } from '#platform/values/local-date.ts'
import type { Outcome } from '../contract.ts'
import { includes, type Days } from './pairing.ts'

/** What decides whether a visit may be recorded as it stands. */
export type VisitFacts = {
  child: { openedOn: LocalDate; closedOn: LocalDate | null }
  visit: { madeOn: LocalDate; outcome: Outcome; minutes: number; volunteerIds: readonly string[] }
  pairings: readonly (Days & { volunteerId: string; name: string })[]
  today: LocalDate
}

/** Why a visit cannot be recorded so. */
export type VisitObstacle =
  | { code: 'VISIT_IN_FUTURE' | 'MINUTES_NEEDED' }
  | { code: 'VISIT_OUTSIDE_CASE'; data: { openedOn: LocalDate; closedOn: LocalDate | null } }
  | { code: 'VOLUNTEER_NOT_PAIRED'; data: { volunteerId: string; name: string | null } }

/**
 * A visit lies in the past or today, in its case, takes some minutes when the child was met, and every volunteer who went was paired that day.
 * A late entry into a closed case is possible: it happened.
 */
export function findVisitObstacle({ child, visit, pairings, today }: VisitFacts): VisitObstacle | undefined {
  if (visit.madeOn > today) return { code: 'VISIT_IN_FUTURE' }
  if (visit.madeOn < child.openedOn || (child.closedOn !== null && visit.madeOn > child.closedOn)) return { code: 'VISIT_OUTSIDE_CASE', data: child }
  if (visit.minutes > 720 || (visit.outcome === 'made' && visit.minutes < 1)) return { code: 'MINUTES_NEEDED' }
  const stranger = visit.volunteerIds.find((id) => !pairings.some((pairing) => pairing.volunteerId === id && includes(pairing, visit.madeOn)))
  if (stranger === undefined) return undefined
  return { code: 'VOLUNTEER_NOT_PAIRED', data: { volunteerId: stranger, name: pairings.find(({ volunteerId }) => volunteerId === stranger)?.name ?? null } }
}

/** Who went when nobody was named: the one for whom it is entered, the volunteer who records, else the primary of the day. */
export function usualVolunteers(facts: {
  named: readonly string[] | undefined; onBehalfOf: string | undefined; ownVolunteerId: string | null
  pairings: readonly (Days & { volunteerId: string; role: string })[]; madeOn: LocalDate
}): string[] {
  if (facts.named !== undefined) return [...new Set(facts.onBehalfOf === undefined ? facts.named : [facts.onBehalfOf, ...facts.named])]
  if (facts.onBehalfOf !== undefined) return [facts.onBehalfOf]
  if (facts.ownVolunteerId !== null) return [facts.ownVolunteerId]
  return facts.pairings.filter((pairing) => pairing.role === 'primary' && includes(pairing, facts.madeOn)).slice(0, 1).map(({ volunteerId }) => volunteerId)
}

/** For how many days one may correct what one has recorded. */
export const correctionDays = 7

/** The office corrects at any time, everybody else own entries for a week. */
export const mayCorrect = (facts: { isOwn: boolean; mayCorrectAny: boolean; recordedOn: LocalDate; today: LocalDate }): boolean =>
  facts.mayCorrectAny || (facts.isOwn && daysBetween(facts.recordedOn, facts.today) <= correctionDays)
