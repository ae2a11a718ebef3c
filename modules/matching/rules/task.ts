import type { Assignment, Candidate, MatchingFacts } from './facts.ts'
import { termsOf, totalOf } from './score.ts'

/** A decision as the optimiser takes it. */
type Decision = { gain: number; uses: readonly (readonly [limit: number, amount: number])[] }
/** What a decision means: these children get this volunteer; a place of a volunteer means nobody. */
type Meaning = { children: readonly number[]; volunteer: number }
/** The question handed to the optimiser, and what each of its decisions means. */
export type MatchingTask = { decisions: Decision[]; limits: number[]; meanings: Meaning[] }

/**
 * The question: each child gets at most one volunteer; each volunteer takes no more than the free places, the later ones for less,
 * so that the load is shared fairly; brothers and sisters may be given to one volunteer together, which is worth something.
 */
export function taskOf(facts: MatchingFacts, candidates: readonly Candidate[], groups = groupsOf(facts, candidates)): MatchingTask {
  const task: MatchingTask = { decisions: [], limits: facts.children.map(() => 1), meanings: [] }
  const capacityRow = facts.children.length
  for (const _volunteer of facts.volunteers) task.limits.push(0)
  const add = (meaning: Meaning, gain: number, uses: Decision['uses']) => {
    task.decisions.push({ gain, uses })
    task.meanings.push(meaning)
  }
  for (const { child, volunteer } of candidates) {
    add({ children: [child], volunteer }, gainOf(facts, [child], volunteer), [[child, 1], [capacityRow + volunteer, 1]])
  }
  for (const { children, volunteer } of groups) {
    add({ children, volunteer }, gainOf(facts, children, volunteer), [
      ...children.map(child => [child, 1] as const), [capacityRow + volunteer, children.length] as const])
  }
  for (const [position, volunteer] of facts.volunteers.entries()) {
    for (let place = 0; place < volunteer.capacity - volunteer.load; place++) {
      add({ children: [], volunteer: position }, facts.weights.load * place, [[capacityRow + position, -1]])
    }
  }
  return task
}

function gainOf({ children, volunteers, weights }: MatchingFacts, members: readonly number[], position: number): number {
  const volunteer = volunteers[position]
  if (volunteer === undefined) return 0
  const sum = members.reduce((total, index) => {
    const child = children[index]
    return child === undefined ? total : total + totalOf(termsOf(child, volunteer, weights))
  }, 0)
  // Each of them counts it once, as the terms of a proposal show it.
  return sum + (members.length > 1 ? weights.siblings * members.length : 0)
}

/** Brothers and sisters who wait together, with each volunteer allowed for all of them and free enough. */
export function groupsOf({ children, volunteers }: MatchingFacts, candidates: readonly Candidate[]): Meaning[] {
  const allowed = new Map<number, Set<number>>()
  for (const { child, volunteer } of candidates) (allowed.get(child) ?? allowed.set(child, new Set()).get(child))?.add(volunteer)
  const households = Map.groupBy(children.keys(), index => children[index]?.householdId ?? '')
  return [...households.values()].filter(members => members.length > 1).flatMap(members => {
    const [first, ...rest] = members.map(child => allowed.get(child) ?? new Set<number>())
    const shared = [...(first ?? [])].filter(volunteer => rest.every(set => set.has(volunteer)))
    return shared.filter(volunteer => freePlaces(volunteers[volunteer]) >= members.length).map(volunteer => ({ children: members, volunteer }))
  })
}

const freePlaces = (volunteer: MatchingFacts['volunteers'][number] | undefined): number =>
  volunteer === undefined ? 0 : volunteer.capacity - volunteer.load

const isTaken = (value: number): boolean => value > 0.999
const isFraction = (value: number): boolean => value > 0.001 && value < 0.999

/** Whether the answer takes every decision wholly or not at all. Only brothers and sisters can make it otherwise. */
export const isWhole = (taken: readonly number[]): boolean => !taken.some(isFraction)

/**
 * The groups that stay when an answer was not whole: brothers and sisters who were given together by more than half, with the volunteer who took
 * most of them and has the places. With these groups held, the rest is a plain transport problem, whose best answer is whole.
 */
export function heldGroups({ meanings }: MatchingTask, taken: readonly number[], { volunteers }: MatchingFacts): Meaning[] {
  const shared = meanings.map((meaning, index) => ({ meaning, part: taken[index] ?? 0 })).filter(({ meaning }) => meaning.children.length > 1)
  const used = new Map<number, number>()
  return [...Map.groupBy(shared, ({ meaning }) => meaning.children).values()].flatMap(choices => {
    if (choices.reduce((sum, { part }) => sum + part, 0) <= 0.5) return []
    const fits = ({ volunteer, children }: Meaning) => (used.get(volunteer) ?? 0) + children.length <= freePlaces(volunteers[volunteer])
    const best = choices.filter(({ meaning }) => fits(meaning)).toSorted((one, other) => other.part - one.part)[0]?.meaning
    if (best === undefined) return []
    used.set(best.volunteer, (used.get(best.volunteer) ?? 0) + best.children.length)
    return [best]
  })
}

/** The question once more with some groups held: their children and places are gone from it. */
export function restOf(facts: MatchingFacts, candidates: readonly Candidate[], held: readonly Meaning[]): MatchingTask {
  const settled = new Set(held.flatMap(({ children }) => children))
  const used = new Map<number, number>()
  for (const { children, volunteer } of held) used.set(volunteer, (used.get(volunteer) ?? 0) + children.length)
  const volunteers = facts.volunteers.map((volunteer, index) => ({ ...volunteer, load: volunteer.load + (used.get(index) ?? 0) }))
  const open = candidates.filter(({ child, volunteer }) => !settled.has(child) && freePlaces(volunteers[volunteer]) > 0)
  return taskOf({ ...facts, volunteers }, open, [])
}

/** The pairs that an answer proposes. */
export function assignmentsOf({ meanings }: MatchingTask, taken: readonly number[]): Assignment[] {
  return meanings.flatMap(({ children, volunteer }, index) =>
    (isTaken(taken[index] ?? 0) ? children.map(child => ({ child, volunteer, isShared: children.length > 1 })) : []))
}

/** The pairs of groups that were held. */
export const assignmentsOfHeld = (held: readonly Meaning[]): Assignment[] =>
  held.flatMap(({ children, volunteer }) => children.map(child => ({ child, volunteer, isShared: true })))
