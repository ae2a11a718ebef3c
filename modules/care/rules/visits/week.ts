import { addDays, daysBetween, type LocalDate } from '#platform/values/local-date.ts'

/** A Monday, from which weeks are reckoned. */
const someMonday = '2024-01-01'

/** Monday and Sunday of the week of a day. */
export function weekOf(on: LocalDate): { fromOn: LocalDate; untilOn: LocalDate } {
  const past = ((daysBetween(someMonday, on) % 7) + 7) % 7
  const fromOn = addDays(on, -past)
  return { fromOn, untilOn: addDays(fromOn, 6) }
}
