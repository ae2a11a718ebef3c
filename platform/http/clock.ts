import type { LocalDate } from '#platform/values/local-date.ts'

/** Where the program asks what time it is; tests fix it. */
export type Clock = { now(): Date; today(): LocalDate }

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Since this instant the clocks of China stand eight hours ahead of UTC, summer and winter; before it they were set forward in six summers. */
const withoutSummerTime = Date.UTC(1991, 8, 15)
const eightHours = 8 * 3_600_000

/** The day in China of an instant. Asked with every request, therefore by addition where that is enough. */
export function dayInChina(instant: Date): LocalDate {
  const time = instant.getTime()
  return time >= withoutSummerTime ? new Date(time + eightHours).toISOString().slice(0, 10) : inChina.format(instant)
}

/** The real time. */
export const systemClock: Clock = { now: () => new Date(), today: () => dayInChina(new Date()) }

/** A clock that stands at one instant, or moves only when told. */
export function fixedClock(instant: string): Clock & { moveTo(instant: string): void } {
  let now = new Date(instant)
  return { now: () => now, today: () => dayInChina(now), moveTo: (next) => { now = new Date(next) } }
}
