import type { z } from 'zod'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPair } from '../access.ts'
import type { matchingContract, Proposal } from '../contract.ts'
import { getProposalRow } from '../queries/proposal-rows.ts'
import { lockProposal } from './steps/lock-proposal.ts'
import { makePair, pairingSentenceOf } from './steps/make-pair.ts'

type Input = z.output<NonNullable<(typeof matchingContract.acceptProposal)['~orpc']['inputSchema']>>

/** Takes a proposal up and pairs, or pairs another volunteer instead, with the reason. Why care refuses a pair is shown beside what was chosen. */
export async function acceptProposal(context: Context, input: Input): Promise<Proposal> {
  mustPair(context.actor)
  const held = await lockProposal(context, input)
  const isChanged = input.volunteerId !== undefined && input.volunteerId !== held.volunteerId
  if (isChanged && input.reason === undefined) throw new Refusal('REASON_NEEDED')
  try {
    await makePair(context, held, input)
  } catch (error) {
    const sentence = pairingSentenceOf(error)
    throw sentence === undefined ? error : new InvalidInput([{ path: [isChanged ? 'volunteerId' : 'fromOn'], message: sentence }])
  }
  return getProposalRow(context, held.id)
}
