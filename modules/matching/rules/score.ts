import type { Terms, Weights } from '../contract.ts'
import type { FreeVolunteer, WaitingChild } from './facts.ts'

/** How near two units stand. */
export const nearnesses = ['village', 'town', 'county', 'city'] as const
/** How near two units stand. */
export type Nearness = (typeof nearnesses)[number]

/** The nearest unit that both lie in: the same village or school, town, county, or only the city. */
export function nearnessOf(one: string, other: string): Nearness {
  if (one.slice(0, 15) === other.slice(0, 15)) return 'village'
  if (one.slice(0, 11) === other.slice(0, 11)) return 'town'
  return one.slice(0, 7) === other.slice(0, 7) ? 'county' : 'city'
}

/** What one pair is worth, term by term, before the volunteer's other children are looked at. */
export function termsOf(child: WaitingChild, volunteer: FreeVolunteer, weights: Weights): Terms {
  const { wishes } = child
  const lacks = (wished: readonly string[]) => wished.length > 0 && !wished.some(each => volunteer.skills.includes(each))
  const met = wishes.skills.filter(skill => volunteer.skills.includes(skill)).length
  return {
    coverage: weights.coverage + weights.urgency[child.colour],
    distance: weights.distance[nearnessOf(child.scopeCode, volunteer.scopeCode)],
    skill: Math.min(met, 2) * weights.skill,
    preference: (wishes.sex !== null && wishes.sex !== volunteer.sex ? weights.sex : 0) + (lacks(wishes.languages) ? weights.language : 0),
    load: weights.load * volunteer.load,
    siblings: 0,
  }
}

/** The terms added up. */
export const totalOf = (terms: Terms): number =>
  terms.coverage + terms.distance + terms.skill + terms.preference + terms.load + terms.siblings
