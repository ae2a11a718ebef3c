import type { LocalDate } from '#platform/values/local-date.ts'

type Counted = { referralId: string; fromUnitId: string; senderScope: string; childId: string; childLabel: string }

/** What figures count of a referral, under the unit that refers. */
export function countReferral(referral: Counted, event: 'sent' | 'accepted' | 'done', happenedOn: LocalDate) {
  return {
    measure: `referral.${event}`, happenedOn, unit: { id: referral.fromUnitId, scopeCode: referral.senderScope },
    record: { kind: 'referral', id: referral.referralId }, subjectId: referral.childId, label: referral.childLabel,
  }
}
