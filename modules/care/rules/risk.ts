import type { Colour, Scores } from '../contract.ts'

/** Days between two visits by colour. */
export type IntervalDays = Record<Colour, number>

/**
 * No national number exists; this is the common practice of places that grade by four colours (weekly, monthly, quarterly, half-yearly).
 * A city may set its own by a dated setting `care.visit-interval-days`.
 */
export const defaultIntervalDays: IntervalDays = { red: 7, yellow: 30, blue: 91, green: 182 }

const colourOfScore: readonly Colour[] = ['green', 'blue', 'yellow', 'red']

/** The highest of the three scores decides: one grave risk is not made good by two light ones. */
export const colourOf = ({ guardianship, physical, behaviour }: Scores): Colour => colourOfScore[Math.max(guardianship, physical, behaviour)] ?? 'red'

/** The intervals in force: the city's own where it has set them, the default for the rest. */
export function intervalsOf(setting: Partial<IntervalDays> | null): IntervalDays {
  return { ...defaultIntervalDays, ...setting }
}
