import { solve as solveInThread, type Solution, type Solve } from '#platform/optimizer/solve.ts'
import { listCandidates } from '../rules/candidates.ts'
import type { Assignment, Candidate, MatchingFacts } from '../rules/facts.ts'
import { oneMoreOf, type OneMore } from '../rules/one-more.ts'
import { outcomeOf, type Outcome } from '../rules/outcome.ts'
import { assignmentsOf, assignmentsOfHeld, heldGroups, isWhole, restOf, taskOf, type MatchingTask } from '../rules/task.ts'

/** The solver may take so long; a city of ten thousand children needs a tenth of it. */
const mostSeconds = 120

/** What a round found. */
export type Found = Outcome & { oneMore: OneMore[] }

/** How to go about it: `onStep` hears of each step, the signal ends it at once, `solve` is HiGHS in a thread of its own unless another is handed in. */
export type Manner = { signal?: AbortSignal; onStep?: (step: number) => void; solve?: Solve }

/** Finds the best pairs for the facts, outside the database. */
export async function propose(facts: MatchingFacts, { signal, onStep, solve = solveInThread }: Manner = {}): Promise<Found> {
  onStep?.(1)
  const candidates = listCandidates(facts)
  onStep?.(2)
  const assignments = await assign(facts, candidates, (task) => solve(task, { seconds: mostSeconds, ...(signal === undefined ? {} : { signal }) }))
  onStep?.(3)
  return { ...outcomeOf(facts, candidates, assignments), oneMore: oneMoreOf(facts, candidates, assignments) }
}

async function assign(facts: MatchingFacts, candidates: readonly Candidate[], solve: (task: MatchingTask) => Promise<Solution>): Promise<Assignment[]> {
  const task = taskOf(facts, candidates)
  const { taken } = await solve(task)
  if (isWhole(taken)) return assignmentsOf(task, taken)
  const held = heldGroups(task, taken, facts)
  const rest = restOf(facts, candidates, held)
  return [...assignmentsOfHeld(held), ...assignmentsOf(rest, (await solve(rest)).taken)]
}
