import type { LocalDate } from '#platform/values/local-date.ts'

/** Where the program asks what time it is; tests fix it. */
export type Clock = { now(): Date; today(): LocalDate }

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The day in China of an instant. */
export function dayInChina(instant: Date): LocalDate {
  return inChina.format(instant)
}

/** The real time. */
export const systemClock: Clock = { now: () => new Date(), today: () => dayInChina(new Date()) }

/** A clock that stands at one instant, or moves only when told. */
export function fixedClock(instant: string): Clock & { moveTo(instant: string): void } {
  let now = new Date(instant)
  return { now: () => now, today: () => dayInChina(now), moveTo: (next) => { now = new Date(next) } }
}
