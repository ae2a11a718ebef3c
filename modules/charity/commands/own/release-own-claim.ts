import type { ReleaseReason } from '#modules/aid/contract.ts'
import { releaseForDonor } from '#modules/aid/index.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustActAsDonor } from '../../access.ts'

/** A donor steps back from a wish it claimed itself, while no aid for it is recorded; whose claim it is the database knows by the account. */
export async function releaseOwnClaim(context: Context, input: { id: string; reason: ReleaseReason }): Promise<{ id: string }> {
  mustActAsDonor(context.actor)
  const answer = await releaseForDonor(context, { claimId: input.id, reason: input.reason })
  if (answer !== 'released') throw new Refusal(refusals[answer])
  return { id: input.id }
}

const refusals = { gone: 'NOT_FOUND', ended: 'CLAIM_ENDED', begun: 'AID_BEGUN' } as const
