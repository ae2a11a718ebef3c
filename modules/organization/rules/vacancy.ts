import { addDays, daysBetween, type LocalDate } from '#platform/values/local-date.ts'

/** A period in which a post was held; `untilOn` is the last day, null while it lasts. */
export type HeldPeriod = { fromOn: LocalDate; untilOn: LocalDate | null }

/** First vacant day of a post: the day after its last term, or the day it was set up; null while somebody holds it. */
export function vacantSince(postFromOn: LocalDate, terms: readonly HeldPeriod[]): LocalDate | null {
  const ends = terms.map((term) => term.untilOn)
  if (ends.includes(null)) return null
  const last = ends.reduce((latest, end) => (end !== null && (latest === null || end > latest) ? end : latest), null)
  return last === null || addDays(last, 1) < postFromOn ? postFromOn : addDays(last, 1)
}

/** Days a post has stood open until today; null while it is held. */
export function vacantDays(since: LocalDate | null, today: LocalDate): number | null {
  return since === null ? null : Math.max(0, daysBetween(since, today))
}

/** Whether a new term may begin on a day: the post exists by then and nobody held it on that day or later. */
export function mayBegin(fromOn: LocalDate, post: { fromOn: LocalDate }, terms: readonly HeldPeriod[]): boolean {
  return fromOn >= post.fromOn && terms.every((term) => term.untilOn !== null && term.untilOn < fromOn)
}
