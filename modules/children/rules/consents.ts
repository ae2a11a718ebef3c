import type { LocalDate } from '#platform/values/local-date.ts'

type Dated = { fromOn: LocalDate; untilOn: LocalDate | null; withdrawnOn: LocalDate | null }

/** Whether a consent holds on a day; it does not hold on the day it was withdrawn. */
export const isConsentValid = (consent: Dated, day: LocalDate): boolean =>
  consent.fromOn <= day && (consent.untilOn === null || consent.untilOn >= day) && (consent.withdrawnOn === null || consent.withdrawnOn > day)

/** How many days before its end one is reminded of a consent, unless the city has set another number. */
export const usualRenewalDays = 30
