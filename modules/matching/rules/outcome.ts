import type { Alternative, Terms } from '../contract.ts'
import type { Assignment, Candidate, MatchingFacts } from './facts.ts'
import { termsOf, totalOf } from './score.ts'

/** A pair proposed, with what speaks for it in numbers and the best other one. */
export type Proposed = { child: number; volunteer: number; terms: Terms; total: number; alternative: Alternative | null }
/** A child nobody is proposed for: nobody is allowed, or everybody allowed is needed elsewhere. */
export type Unserved = { child: number; reason: 'nobody-allowed' | 'all-taken' }
/** What a round proposes. */
export type Outcome = { proposed: Proposed[]; unserved: Unserved[] }

/** Explains an answer: the terms of each pair, the best volunteer it passes over and why, and who stays without. */
export function outcomeOf(facts: MatchingFacts, candidates: readonly Candidate[], assignments: readonly Assignment[]): Outcome {
  const allowed = allowedOf(candidates)
  const taken = countTaken(facts, assignments)
  const given = new Map<number, number>()
  const proposed = assignments.map(assignment => {
    const place = given.get(assignment.volunteer) ?? 0
    given.set(assignment.volunteer, place + 1)
    const terms = termsAt(facts, assignment, place)
    const total = totalOf(terms)
    return { child: assignment.child, volunteer: assignment.volunteer, terms, total, alternative: bestOther(facts, { assignment, total, allowed, taken }) }
  })
  const served = new Set(assignments.map(({ child }) => child))
  const unserved = [...facts.children.keys()].filter(child => !served.has(child))
    .map(child => ({ child, reason: (allowed.get(child) ?? []).length === 0 ? 'nobody-allowed' as const : 'all-taken' as const }))
  return { proposed, unserved }
}

function allowedOf(candidates: readonly Candidate[]): Map<number, number[]> {
  const allowed = new Map<number, number[]>()
  for (const { child, volunteer } of candidates) (allowed.get(child) ?? allowed.set(child, []).get(child))?.push(volunteer)
  return allowed
}

/** How many children of the round each volunteer got. */
function countTaken({ volunteers }: MatchingFacts, assignments: readonly Assignment[]): number[] {
  const taken = volunteers.map(() => 0)
  for (const { volunteer } of assignments) taken[volunteer] = (taken[volunteer] ?? 0) + 1
  return taken
}

function termsAt({ children, volunteers, weights }: MatchingFacts, { child, volunteer, isShared }: Assignment, place: number): Terms {
  const waiting = children[child]
  const free = volunteers[volunteer]
  if (waiting === undefined || free === undefined) throw new Error('a proposed pair stands outside the facts')
  const terms = termsOf(waiting, free, weights)
  return { ...terms, load: terms.load + weights.load * place, siblings: isShared ? weights.siblings : 0 }
}

type Passed = { assignment: Assignment; total: number; allowed: Map<number, number[]>; taken: readonly number[] }

/** The best volunteer passed over, with the load the round leaves: taken where the places went to other children, lower where the pair is worth less. */
function bestOther(facts: MatchingFacts, { assignment, total, allowed, taken }: Passed): Alternative | null {
  let best: Alternative | null = null
  for (const other of allowed.get(assignment.child) ?? []) {
    const volunteer = facts.volunteers[other]
    if (volunteer === undefined || other === assignment.volunteer) continue
    const given = taken[other] ?? 0
    const isFull = given >= volunteer.capacity - volunteer.load
    // A full volunteer would take this child in place of another, any other one in addition.
    const terms = termsAt(facts, { child: assignment.child, volunteer: other, isShared: false }, isFull ? given - 1 : given)
    const worth = totalOf(terms)
    if (best !== null && worth <= best.total) continue
    const why = isFull && worth >= total ? 'taken' : 'lower'
    best = { volunteerId: volunteer.id, volunteerName: volunteer.name, unitName: volunteer.unitName, terms, total: worth, difference: total - worth, why }
  }
  return best
}
