import { addDays, type LocalDate } from '#platform/values/local-date.ts'

/** Days in which the other unit answers a transfer, as in a referral, unless the city has set `children.transfer-answer-days`. */
export const usualAnswerDays = 7

/** A city's own number of days and since when it holds. */
export type AnswerDays = { validFrom: LocalDate; value: unknown }

/** Until when a transfer asked for on a day is to be answered: by the rule of that day, so that a later rule moves no deadline. */
export function answerDueOf(askedOn: LocalDate, rules: readonly AnswerDays[]): LocalDate {
  const held = rules.filter(({ validFrom }) => validFrom <= askedOn).toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))
  const days = held.map(({ value }) => value).find(isDays)
  return addDays(askedOn, days ?? usualAnswerDays)
}

/** What makes no sense as a number of days is passed over. */
const isDays = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 60
