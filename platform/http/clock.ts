import { dayInChina, type LocalDate } from '#platform/values/local-date.ts'

/** Where the program asks what time it is; tests fix it. */
export type Clock = { now(): Date; today(): LocalDate }

/** The real time. */
export const systemClock: Clock = { now: () => new Date(), today: () => dayInChina(new Date()) }

/** A clock that stands at one instant, or moves only when told. */
export function fixedClock(instant: string): Clock & { moveTo(instant: string): void } {
  let now = new Date(instant)
  return { now: () => now, today: () => dayInChina(now), moveTo: (next) => { now = new Date(next) } }
}
