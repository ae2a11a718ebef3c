import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { PairingRole } from '../contract.ts'

/** An interval of days; `untilOn` is its last day, null while no end is known. */
export type Days = { fromOn: LocalDate; untilOn: LocalDate | null }

/** Without a known end the clearance must still hold for this long, so that nobody is paired today and barred tomorrow. */
export const leastClearedDays = 30

/** Everything that decides whether a volunteer may be paired. */
export type PairingFacts = {
  /** `hasConsent`: a consent to being helped holds today. */
  child: { status: 'open' | 'closed'; openedOn: LocalDate; hasConsent: boolean }
  wished: Days & { role: PairingRole }
  volunteer: { id: string; status: 'active' | 'resting' | 'left'; capacity: number; clearance: { validFrom: LocalDate; validUntil: LocalDate | null } | null }
  /** Pairings of this case, of any volunteer. */
  ofCase: readonly (Days & { volunteerId: string; name: string; role: PairingRole })[]
  /** Days on which the volunteer is paired with any child. */
  ofVolunteer: readonly Days[]
}

/** Why they may not be paired. */
export type PairingObstacle =
  | { code: 'CASE_CLOSED' | 'VOLUNTEER_NEEDS_CONSENT' | 'VOLUNTEER_NOT_ACTIVE' | 'PERIOD_REVERSED' }
  | { code: 'PAIRING_BEFORE_CASE'; data: { openedOn: LocalDate } }
  | { code: 'VOLUNTEER_NOT_CLEARED'; data: { clearedUntilOn: LocalDate | null } }
  | { code: 'ALREADY_PAIRED'; data: { fromOn: LocalDate; untilOn: LocalDate | null } }
  | { code: 'PRIMARY_EXISTS'; data: { name: string } }
  | { code: 'NO_CAPACITY'; data: { capacity: number; onDay: LocalDate } }

/** The first thing that stands against a pairing, or nothing. */
export function findPairingObstacle(facts: PairingFacts): PairingObstacle | undefined {
  return findCaseObstacle(facts) ?? findVolunteerObstacle(facts) ?? findOverlap(facts) ?? findLackOfCapacity(facts)
}

function findCaseObstacle({ child, wished }: PairingFacts): PairingObstacle | undefined {
  if (child.status === 'closed') return { code: 'CASE_CLOSED' }
  if (!child.hasConsent) return { code: 'VOLUNTEER_NEEDS_CONSENT' }
  if (wished.untilOn !== null && wished.untilOn < wished.fromOn) return { code: 'PERIOD_REVERSED' }
  if (wished.fromOn < child.openedOn) return { code: 'PAIRING_BEFORE_CASE', data: { openedOn: child.openedOn } }
  return undefined
}

function findVolunteerObstacle({ volunteer, wished }: PairingFacts): PairingObstacle | undefined {
  if (volunteer.status !== 'active') return { code: 'VOLUNTEER_NOT_ACTIVE' }
  const needed = { from: wished.fromOn, until: wished.untilOn ?? addDays(wished.fromOn, leastClearedDays) }
  return isCleared(volunteer.clearance, needed) ? undefined : {
    code: 'VOLUNTEER_NOT_CLEARED', data: { clearedUntilOn: volunteer.clearance?.validUntil ?? null }
  }
}

/** Whether a clearance holds on every day of an interval. */
export function isCleared(clearance: PairingFacts['volunteer']['clearance'], days: { from: LocalDate; until: LocalDate }): boolean {
  return clearance !== null && clearance.validUntil !== null && clearance.validFrom <= days.from && clearance.validUntil >= days.until
}

function findOverlap({ wished, volunteer, ofCase }: PairingFacts): PairingObstacle | undefined {
  const overlapping = ofCase.filter((other) => overlap(other, wished))
  const own = overlapping.find((other) => other.volunteerId === volunteer.id)
  if (own !== undefined) return { code: 'ALREADY_PAIRED', data: { fromOn: own.fromOn, untilOn: own.untilOn } }
  const primary = wished.role === 'primary' ? overlapping.find((other) => other.role === 'primary') : undefined
  return primary === undefined ? undefined : { code: 'PRIMARY_EXISTS', data: { name: primary.name } }
}

/** Whether two intervals share a day. */
export const overlap = (one: Days, other: Days): boolean =>
  (one.untilOn === null || one.untilOn >= other.fromOn) && (other.untilOn === null || other.untilOn >= one.fromOn)

/** Whether a day lies in an interval. */
export const includes = (days: Days, day: LocalDate): boolean => days.fromOn <= day && (days.untilOn === null || days.untilOn >= day)

// The load only grows on a day when a pairing begins, so these days and the first one are enough to look at.
function findLackOfCapacity({ wished, volunteer, ofVolunteer }: PairingFacts): PairingObstacle | undefined {
  const begins = [wished.fromOn, ...ofVolunteer.map(({ fromOn }) => fromOn).filter((day) => includes(wished, day))].toSorted()
  const full = begins.find((day) => loadOn(ofVolunteer, day) >= volunteer.capacity)
  return full === undefined ? undefined : { code: 'NO_CAPACITY', data: { capacity: volunteer.capacity, onDay: full } }
}

/** With how many children a volunteer is paired on a day. */
export const loadOn = (pairings: readonly Days[], day: LocalDate): number => pairings.filter((days) => includes(days, day)).length

/** Facts of a pairing that is to end. */
export type EndingFacts = Days & {
  lastDay: LocalDate
  today: LocalDate
  /** Latest standing visit of this volunteer in this case; null when there was none. */
  lastVisitOn: LocalDate | null
}

/** Why a pairing cannot end on that day. */
export type EndingObstacle =
  | { code: 'PAIRING_ENDED' } | { code: 'END_BEFORE_START'; data: { fromOn: LocalDate } } | { code: 'VISITED_LATER'; data: { madeOn: LocalDate } }

/** A pairing that is over stays as it was; none ends before it began or before the last visit. */
export function findEndingObstacle({ fromOn, untilOn, lastDay, today, lastVisitOn }: EndingFacts): EndingObstacle | undefined {
  if (untilOn !== null && untilOn < today) return { code: 'PAIRING_ENDED' }
  if (lastDay < fromOn) return { code: 'END_BEFORE_START', data: { fromOn } }
  if (lastVisitOn !== null && lastVisitOn > lastDay) return { code: 'VISITED_LATER', data: { madeOn: lastVisitOn } }
  return undefined
}

/** Last day of a pairing that is stopped as of a day: not before it began, nor before the last visit that was made in it. */
export const lastDayOfStopped = ({ fromOn, lastVisitOn, day }: { fromOn: LocalDate; lastVisitOn: LocalDate | null; day: LocalDate }): LocalDate =>
  [fromOn, lastVisitOn ?? fromOn, day].toSorted().at(-1) ?? day
