import { colours, type Colour, type OverrideStatus } from '../contract.ts'

/** Whether one colour is more urgent than another. */
export const isGraver = (one: Colour, other: Colour): boolean => colours.indexOf(one) < colours.indexOf(other)

/**
 * The colour that holds. One wished against the scales waits for another person; until then the graver of the two holds, so that a child is never
 * visited less often on one person's word, and never waits for help that somebody thinks urgent.
 */
export function colourThatHolds({ derived, wished, status }: { derived: Colour; wished: Colour | null; status: OverrideStatus | null }): Colour {
  if (wished === null || status === null || status === 'rejected') return derived
  if (status === 'approved') return wished
  return isGraver(wished, derived) ? wished : derived
}

/** What decides whether somebody may decide a wished colour. */
export type OverrideFacts = {
  caseStatus: 'open' | 'closed'
  /** Null where nothing was wished. */
  status: OverrideStatus | null
  assessedBy: string | null
  decider: string
  isApproved: boolean
  answer: string | undefined
}

/** Why a wished colour cannot be decided so. */
export type OverrideObstacle = { code: 'CASE_CLOSED' | 'OVERRIDE_NOT_PENDING' | 'OVERRIDE_OWN' | 'ANSWER_NEEDED' }

/** Another person decides, once, and a no says why. */
export function findOverrideObstacle({ caseStatus, status, assessedBy, decider, isApproved, answer }: OverrideFacts): OverrideObstacle | undefined {
  if (caseStatus === 'closed') return { code: 'CASE_CLOSED' }
  if (status !== 'pending') return { code: 'OVERRIDE_NOT_PENDING' }
  if (assessedBy === decider) return { code: 'OVERRIDE_OWN' }
  return isApproved || answer !== undefined ? undefined : { code: 'ANSWER_NEEDED' }
}
