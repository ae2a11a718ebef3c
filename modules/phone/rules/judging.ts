import type { LocalDate } from '#platform/values/local-date.ts'
import { farOffMs, type AnswerCode, type PhoneVisit } from '../contract.ts'

/** A stretch of days; without an end null. */
type Days = { fromOn: LocalDate; untilOn: LocalDate | null }
/** A visit of this child and person that stands on, or once stood on, the day of the letter. */
export type RivalVisit = { madeOn: LocalDate; outcome: PhoneVisit['outcome']; isVoided: boolean; version: number }

/** What decides whether a visit that was written on a phone is recorded by itself. */
export type LetterFacts = {
  /** Moments in milliseconds; the writing is put right by how far the phone's clock was off at sending. */
  writtenAt: number
  receivedAt: number
  cutOffAt: number | null
  /** How far the phone's clock is off, in milliseconds. */
  clockOffset: number
  /** The account is active and holds a right today. */
  accountStands: boolean
  madeOn: LocalDate
  outcome: PhoneVisit['outcome']
  today: LocalDate
  /** Unit that led the case when the phone fetched it. */
  knownUnitCode: string
  /** Null where it is no case of this person. */
  found: {
    unitCode: string; inRange: boolean; status: 'open' | 'closed'; isWithdrawn: boolean
    /** Pairings of this volunteer with the child; null for a worker, who needs none. */
    pairings: readonly Days[] | null
    visits: readonly RivalVisit[]
  } | null
}

/** Why a visit is not recorded by itself; undefined when nothing is known against it. What concerns the phone comes before what concerns the case. */
export function findLetterObstacle(facts: LetterFacts): AnswerCode | undefined {
  const { cutOffAt, writtenAt, found, madeOn } = facts
  if (cutOffAt !== null) return writtenAt > cutOffAt ? 'device-cut-off-after' : 'device-cut-off'
  if (!facts.accountStands) return 'account-stopped'
  if (Math.abs(facts.clockOffset) >= farOffMs || writtenAt > facts.receivedAt + farOffMs || madeOn > facts.today) return 'clock-off'
  if (found === null) return 'case-unknown'
  if (!found.inRange || found.unitCode !== facts.knownUnitCode) return 'case-transferred'
  if (found.isWithdrawn) return 'consent-withdrawn'
  return findRival(found.visits, facts) ?? (found.status === 'closed' ? 'case-closed' : findPairingObstacle(facts))
}

/**
 * A visit that was corrected or voided at the desk is not entered again over what the desk decided. Who was not met in the morning may be met in the
 * afternoon: an attempt and a visit that was made, on one day, are both true.
 */
function findRival(visits: readonly RivalVisit[], { madeOn, outcome }: Pick<LetterFacts, 'madeOn' | 'outcome'>): AnswerCode | undefined {
  if (visits.some((visit) => visit.isVoided || visit.version > 1)) return 'corrected-at-desk'
  return visits.some((visit) => visit.madeOn === madeOn && visit.outcome === outcome) ? 'already-entered' : undefined
}

function findPairingObstacle({ found, madeOn, today }: LetterFacts): AnswerCode | undefined {
  const pairings = found?.pairings ?? null
  if (pairings === null) return undefined
  const coversDay = (day: LocalDate) => pairings.some(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || untilOn >= day))
  if (!coversDay(madeOn)) return 'pairing-ended-before'
  return coversDay(today) ? undefined : 'pairing-ended-since'
}
