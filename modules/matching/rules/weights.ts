import type { Weights } from '../contract.ts'

/**
 * Default weights, first version, 2026: as many children as possible first, the more urgent before the less, then nearness, skill and wishes, then a fair load.
 * A city may set its own by the dated setting `matching.weights`.
 */
export const defaultWeights: Weights = {
  coverage: 100_000, urgency: { red: 3000, yellow: 2000, blue: 1000, green: 0 },
  distance: { village: 0, town: -20, county: -60, city: -150 }, skill: 20, sex: -80, language: -80, load: -12, siblings: 50,
}

/** The default with what a city has set. */
export const weightsOf = (set: Partial<Weights> | null): Weights => ({ ...defaultWeights, ...set })
