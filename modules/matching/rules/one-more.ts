import type { Assignment, Candidate, MatchingFacts } from './facts.ts'

/** What one more volunteer of a town would change: so many more children would have somebody. */
export type OneMore = { scopeCode: string; places: number; moreChildren: number }

/** Places of the volunteer who is imagined. */
export const imaginedPlaces = 2

/**
 * Where one more volunteer would help most. The imagined volunteer of a town may take each child of it, also one who has somebody already, if that
 * somebody is thereby free for another child: so many chains as the places allow are followed, and each ends at a child who waited.
 */
export function oneMoreOf(facts: MatchingFacts, candidates: readonly Candidate[], assignments: readonly Assignment[]): OneMore[] {
  const served = new Set(assignments.map(({ child }) => child))
  const waiting = [...facts.children.keys()].filter(child => !served.has(child))
  const towns = new Set(waiting.map(child => townOf(facts, child)))
  return [...towns].map(town => ({ scopeCode: town.padEnd(18, '0'), places: imaginedPlaces, moreChildren: gainIn(town, { facts, candidates, assignments }) }))
    .filter(({ moreChildren }) => moreChildren > 0)
    .toSorted((one, other) => other.moreChildren - one.moreChildren || one.scopeCode.localeCompare(other.scopeCode))
}

const townOf = ({ children }: MatchingFacts, child: number): string => (children[child]?.scopeCode ?? '').slice(0, 11)

type Scene = { facts: MatchingFacts; candidates: readonly Candidate[]; assignments: readonly Assignment[] }

/** Children whose volunteer, once free, could be passed on until somebody who waits is served; null means: waits itself. */
function gainIn(town: string, { facts, candidates, assignments }: Scene): number {
  const holder = new Map(assignments.map(({ child, volunteer }) => [child, volunteer]))
  const children = [...facts.children.keys()].filter(child => townOf(facts, child) === town)
  let gained = 0
  while (gained < imaginedPlaces) {
    const chain = findChain(children, { candidates, holder, count: facts.children.length })
    if (chain === undefined) return gained
    passOn(chain, holder)
    gained++
  }
  return gained
}

/** A chain: the first child goes to the imagined volunteer, its volunteer takes the next child, and so on; the last one waited. */
function findChain(starts: readonly number[], { candidates, holder, count }:
{ candidates: readonly Candidate[]; holder: ReadonlyMap<number, number>; count: number }): number[] | undefined {
  const takers = Map.groupBy(candidates, ({ volunteer }) => volunteer)
  const before = new Map<number, number | null>(starts.filter(child => holder.get(child) !== imagined).map(child => [child, null]))
  const queue = [...before.keys()]
  for (let at = 0; at < queue.length && at < count; at++) {
    const child = queue[at] ?? 0
    const volunteer = holder.get(child)
    if (volunteer === undefined) return wayTo(child, before)
    for (const { child: next } of takers.get(volunteer) ?? []) {
      if (before.has(next)) continue
      before.set(next, child)
      queue.push(next)
    }
  }
  return undefined
}

/** Stands for the imagined volunteer, who is in no list. */
const imagined = -1

function wayTo(end: number, before: ReadonlyMap<number, number | null>): number[] {
  const way = [end]
  for (let child = before.get(end); child !== null && child !== undefined; child = before.get(child)) way.unshift(child)
  return way
}

/** Each child of the chain takes over the volunteer of the one before; the first gets the imagined one. */
function passOn(chain: readonly number[], holder: Map<number, number>): void {
  const volunteers = chain.map(child => holder.get(child))
  for (const [index, child] of chain.entries()) holder.set(child, index === 0 ? imagined : volunteers[index - 1] ?? imagined)
}
