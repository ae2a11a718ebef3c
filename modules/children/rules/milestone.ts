import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { RuleSubject } from './types/conditions.ts'
import { nextMilestone } from './types/derive.ts'

/** The first of some days. */
export const earliest = (days: readonly (LocalDate | null | undefined)[]): LocalDate | undefined =>
  days.filter((day): day is LocalDate => day !== null && day !== undefined).toSorted()[0]

/** The next day on which the card may change by itself: a birthday, a fact that ripens or ends, a consent that begins or runs out. */
export function milestoneOf(
  subject: RuleSubject, consents: readonly { fromOn: LocalDate; untilOn: LocalDate | null }[], today: LocalDate,
): LocalDate | undefined {
  const consentDays = consents.flatMap((consent) => [consent.fromOn, ...(consent.untilOn === null ? [] : [addDays(consent.untilOn, 1)])])
  return earliest([nextMilestone(subject, today), ...consentDays.filter((day) => day > today)])
}
