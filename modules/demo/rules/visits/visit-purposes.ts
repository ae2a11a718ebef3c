/** What a visit of the demo is for: codes of the dated list of care. */
export type VisitPurpose = 'everyday' | 'festive' | 'family-guidance' | 'counselling' | 'rehabilitation' | 'legal-aid' | 'tutoring'
/** Why nobody was met: codes of the dated list of care. */
export type AttemptReason = 'family-absent' | 'unreachable' | 'inconvenient' | 'moved' | 'not-found'

/** Most visits are everyday ones; some bring something before a festival, some help with a need of its own. */
export const purposes: Record<VisitPurpose, number> = {
  everyday: 78, festive: 5, 'family-guidance': 6, counselling: 4, rehabilitation: 1, 'legal-aid': 1, tutoring: 5,
}
/** Mostly nobody was at home. */
export const attemptReasons: Record<AttemptReason, number> = { 'family-absent': 60, unreachable: 15, inconvenient: 15, moved: 4, 'not-found': 6 }
