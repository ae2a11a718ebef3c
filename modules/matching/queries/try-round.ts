import { ownUnitRange } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'
import { findWeights } from './find-weights.ts'
import { loadMatchingFacts } from './load-matching-facts.ts'
import { propose } from './propose.ts'

/** What a round would find, in counts. */
export type Trial = { children: number; volunteers: number; proposed: number; unserved: number; oneMore: number; seconds: number }

/** Computes a round for a unit of the own range and writes nothing; asks for no right, as the command line calls it for the system. */
export async function tryRound(context: Context, input: { unit: string; onStep?: (step: number) => void }): Promise<Trial> {
  const start = performance.now()
  const facts = await loadMatchingFacts(context, ownUnitRange(context.actor, input.unit), await findWeights(context))
  const found = await propose(facts, input.onStep === undefined ? {} : { onStep: input.onStep })
  return {
    children: facts.children.length, volunteers: facts.volunteers.length, proposed: found.proposed.length, unserved: found.unserved.length,
    oneMore: found.oneMore[0]?.moreChildren ?? 0, seconds: (performance.now() - start) / 1000,
  }
}
