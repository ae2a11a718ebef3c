import type { Outcome } from '../../contract.ts'
import type { Countable } from '../countable.ts'

/** What a visit is for when nobody says otherwise. */
export const everydayPurpose = 'everyday'

/** An entry of the dated lists that holds on the day of a visit. */
export type HeldCategory = { kind: 'purpose' | 'attempt-reason'; code: string; name: string }

/** What a visit says about its purpose, and of an attempt why nobody was met. */
export type Described = { outcome: Outcome; purpose: string; attemptReason: string | null }

/** Why a visit cannot be described so. */
export type PurposeObstacle = { code: 'PURPOSE_UNKNOWN' | 'ATTEMPT_REASON_UNKNOWN' | 'REASON_WITHOUT_ATTEMPT' }

/** A purpose and a reason are of the lists of the day; only an attempt has a reason. */
export function findPurposeObstacle(visit: Described, held: readonly HeldCategory[]): PurposeObstacle | undefined {
  const isHeld = (kind: HeldCategory['kind'], code: string) => held.some((category) => category.kind === kind && category.code === code)
  if (visit.purpose !== everydayPurpose && !isHeld('purpose', visit.purpose)) return { code: 'PURPOSE_UNKNOWN' }
  if (visit.attemptReason === null) return undefined
  if (visit.outcome === 'made') return { code: 'REASON_WITHOUT_ATTEMPT' }
  return isHeld('attempt-reason', visit.attemptReason) ? undefined : { code: 'ATTEMPT_REASON_UNKNOWN' }
}

type Counted = Described & { id: string; madeOn: string; minutes: number }
type OfChild = { unitId: string; scopeCode: string; childId: string; maskedName: string }

/** The purpose of a visit that was made, other than everyday; of an attempt the reason. What every visit counts stands in countVisit. */
export function countPurpose(child: OfChild, visit: Counted, held: readonly HeldCategory[]): Countable[] {
  const nameOf = (kind: HeldCategory['kind'], code: string) => held.find((category) => category.kind === kind && category.code === code)?.name ?? ''
  const common = {
    happenedOn: visit.madeOn, unit: { id: child.unitId, scopeCode: child.scopeCode }, record: { kind: 'visit', id: visit.id }, subjectId: child.childId,
  }
  if (visit.outcome === 'attempted') {
    if (visit.attemptReason === null) return []
    return [{ ...common, measure: `visit.attempted.${visit.attemptReason}`, label: `${child.maskedName} · ${nameOf('attempt-reason', visit.attemptReason)}` }]
  }
  if (visit.purpose === everydayPurpose) return []
  return [{ ...common, measure: `visit.purpose.${visit.purpose}`, value: visit.minutes, label: `${child.maskedName} · ${nameOf('purpose', visit.purpose)}` }]
}
