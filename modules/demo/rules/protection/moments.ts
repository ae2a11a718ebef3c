import { addDays, type LocalDate } from '#platform/values/local-date.ts'

/** When something was done: days before the demo's today, and the time of day. Never today, so that nothing lies ahead whenever the city is loaded. */
export type When = readonly [daysAgo: number, time: `${number}:${number}`]

/** The minute, as acts and forms write it. */
export const minuteOf = (today: LocalDate, [daysAgo, time]: When): string => `${addDays(today, -daysAgo)}T${time.padStart(5, '0')}`

/** How many more of a kind a larger city has: four times the city, twice the number. */
export const moreOf = (kind: number, scale: number): number => Math.round(kind * Math.sqrt(scale))
