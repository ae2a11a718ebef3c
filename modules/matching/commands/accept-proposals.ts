import { sql } from 'kysely'
import type { z } from 'zod'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPair } from '../access.ts'
import { matchingContract } from '../contract.ts'
import { getRoundRow } from '../queries/round-rows.ts'
import { holdProposal, type HeldProposal } from './steps/lock-proposal.ts'
import { makePair, pairingSentenceOf } from './steps/make-pair.ts'

type Input = z.output<NonNullable<(typeof matchingContract.acceptProposals)['~orpc']['inputSchema']>>
type Output = z.output<NonNullable<(typeof matchingContract.acceptProposals)['~orpc']['outputSchema']>>

const decidedSentence = matchingContract.acceptProposal['~orpc'].errorMap.NOT_PROPOSED.message

/**
 * Takes several proposals of a round up. A pair that cannot be made, or about which a colleague decided meanwhile, is named with its reason and leaves the
 * others as they are.
 */
export async function acceptProposals(context: Context, input: Input): Promise<Output> {
  mustPair(context.actor)
  await getRoundRow(context, input.id)
  const answer: Output = { accepted: 0, refused: [] }
  // In the order of their ids, so that two people who accept at once wait for one another and never stand still.
  for (const id of input.proposalIds.toSorted()) {
    const held = await holdProposal(context, id)
    if (held.roundId !== input.id) throw new Refusal('NOT_FOUND')
    const sentence = await tryPair(context, held, input.fromOn)
    if (sentence === undefined) answer.accepted++
    else answer.refused.push({ id, childLabel: held.childLabel, sentence })
  }
  return answer
}

async function tryPair(context: Context, held: HeldProposal, fromOn: string): Promise<string | undefined> {
  if (held.status !== 'proposed') return decidedSentence
  await sql`savepoint before_pair`.execute(context.tx)
  try {
    await makePair(context, held, { fromOn })
    return undefined
  } catch (error) {
    const sentence = pairingSentenceOf(error)
    if (sentence === undefined) throw error
    await sql`rollback to savepoint before_pair`.execute(context.tx)
    return sentence
  }
}
