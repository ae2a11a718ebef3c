import type { Assignment, Candidate, MatchingFacts } from './facts.ts'

/** What one more volunteer of a town would change: so many more children would have somebody. */
export type OneMore = { scopeCode: string; places: number; moreChildren: number }

/** Places of the volunteer who is imagined. */
const imaginedPlaces = 2

/**
 * Where one more volunteer would help most. The imagined volunteer of a town takes a child of it who waits; a place left over may take one who has somebody
 * already, if that somebody is thereby free for another child, and so on along a chain that ends at a child who waits elsewhere.
 */
export function oneMoreOf({ children }: MatchingFacts, candidates: readonly Candidate[], assignments: readonly Assignment[]): OneMore[] {
  const scene: Scene = {
    towns: children.map(({ scopeCode }) => scopeCode.slice(0, 11)),
    holder: new Map(assignments.map(({ child, volunteer }) => [child, volunteer])),
    takers: Map.groupBy(candidates, ({ volunteer }) => volunteer),
  }
  const waiting = Map.groupBy(scene.towns.filter((_town, child) => !scene.holder.has(child)), town => town)
  return [...waiting]
    .map(([town, { length }]) => ({ scopeCode: town.padEnd(18, '0'), places: imaginedPlaces, moreChildren: gainIn(town, length, scene) }))
    .toSorted((one, other) => other.moreChildren - one.moreChildren || one.scopeCode.localeCompare(other.scopeCode))
}

/** The town of each child, the volunteer of each who has one, and who may take each volunteer. */
type Scene = { towns: readonly string[]; holder: ReadonlyMap<number, number>; takers: ReadonlyMap<number, readonly Candidate[]> }

/** The children who wait there come first: two places leave one over at most. */
const gainIn = (town: string, waiting: number, scene: Scene): number =>
  (waiting < imaginedPlaces && canPassOn(town, scene) ? waiting + 1 : Math.min(waiting, imaginedPlaces))

/** Whether a child of the town can be taken over so that in the end somebody is served who waits in another town. */
function canPassOn(town: string, { towns, holder, takers }: Scene): boolean {
  const reached = new Set([...holder.keys()].filter(child => towns[child] === town))
  // Whoever may take a volunteer who becomes free is reached too; the walk goes on over those added.
  for (const child of reached) {
    const freed = holder.get(child)
    if (freed !== undefined) for (const taker of takers.get(freed) ?? []) reached.add(taker.child)
    else if (towns[child] !== town) return true
  }
  return false
}
