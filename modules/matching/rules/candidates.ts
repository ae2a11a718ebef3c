import type { Candidate, FreeVolunteer, MatchingFacts, WaitingChild } from './facts.ts'

/** Up to so many pairs are all looked at; above it each child keeps its nearest volunteers, so that a city is solved within a minute. */
export const mostPairs = 60_000
/** How many of the nearest volunteers a child keeps then. */
export const mostForOne = 20

/** Lengths of the code of a village, town, county and city: where volunteers are looked for first, next and last. */
const circles = [15, 11, 7, 4] as const

/** The pairs that may be proposed. Brothers and sisters are offered the same people, because their list begins at the same place. */
export function listCandidates({ children, volunteers }: MatchingFacts): Candidate[] {
  const isWhole = children.length * volunteers.length <= mostPairs
  const near = isWhole ? undefined : placesOf(volunteers)
  return children.flatMap((child, index) => {
    const found = near === undefined ? volunteers.map((_volunteer, position) => position) : nearest(child, near)
    return found.filter(position => isAllowed(child, volunteers[position])).map(volunteer => ({ child: index, volunteer }))
  })
}

const isAllowed = (child: WaitingChild, volunteer: FreeVolunteer | undefined): boolean =>
  volunteer !== undefined && volunteer.load < volunteer.capacity && !child.barred.has(volunteer.id)

type Places = ReadonlyMap<string, readonly number[]>

function placesOf(volunteers: readonly FreeVolunteer[]): Places {
  const places = new Map<string, number[]>()
  for (const [position, volunteer] of volunteers.entries()) {
    for (const length of circles) {
      const code = volunteer.scopeCode.slice(0, length)
      const there = places.get(code)
      if (there === undefined) places.set(code, [position])
      else there.push(position)
    }
  }
  return places
}

function nearest(child: WaitingChild, places: Places): number[] {
  const found = new Set<number>()
  for (const length of circles) {
    const there = places.get(child.scopeCode.slice(0, length)) ?? []
    const start = spread(child.householdId, there.length)
    for (let step = 0; step < there.length && found.size < mostForOne; step++) {
      const position = there[(start + step) % there.length]
      if (position !== undefined) found.add(position)
    }
  }
  return [...found]
}

/** A place to begin at, the same each time, another for each household: so that not all look at the same twenty people. */
function spread(text: string, length: number): number {
  let sum = 0
  for (const sign of text) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003
  return length === 0 ? 0 : sum % length
}
