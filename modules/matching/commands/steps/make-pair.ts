import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { careContract } from '#modules/care/contract.ts'
import { pairVolunteer } from '#modules/care/index.ts'
import type { HeldProposal } from './lock-proposal.ts'

type Choice = { fromOn: string; volunteerId?: string | undefined; reason?: string | undefined }

/** Pairs as care pairs, with all its rules, and marks the proposal accepted, or changed when another volunteer was chosen. */
export async function makePair(context: Context, held: HeldProposal, { fromOn, volunteerId = held.volunteerId, reason }: Choice): Promise<void> {
  const { tx, actor } = context
  const pairing = await pairVolunteer(context, { id: held.caseId, volunteerId, role: 'primary', fromOn })
  const isChanged = volunteerId !== held.volunteerId
  await tx.updateTable('matching.proposals').set({
    status: isChanged ? 'changed' : 'accepted', volunteerId, volunteerName: pairing.volunteerName, reason: isChanged ? reason ?? null : null,
    decidedBy: actor.accountId, decidedName: actor.personName, decidedAt: context.now, version: held.version + 1,
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'matching-proposal.accepted', subjectKind: 'matching-proposal', subjectId: held.id, scopeCode: held.scopeCode,
    ...(isChanged && reason !== undefined ? { reason } : {}), details: { pairingId: pairing.id, caseId: held.caseId, volunteerId, isChanged },
  })
}

/** The sentence in which care refuses a pairing; nothing when the error is no refusal of care's. */
export function pairingSentenceOf(error: unknown): string | undefined {
  if (!(error instanceof Refusal)) return undefined
  const refusals = careContract.pairVolunteer['~orpc'].errorMap as Readonly<Record<string, { message?: string } | undefined>>
  return refusals[error.code]?.message
}
