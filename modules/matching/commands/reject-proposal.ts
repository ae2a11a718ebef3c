import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMatch } from '../access.ts'
import type { Proposal } from '../contract.ts'
import { getProposalRow } from '../queries/proposal-rows.ts'
import { lockProposal } from './steps/lock-proposal.ts'

/** Leaves a proposal, with the reason. */
export async function rejectProposal(context: Context, input: { id: string; version: number; reason: string }): Promise<Proposal> {
  const { tx, actor } = context
  mustMatch(actor)
  const held = await lockProposal(context, input)
  await tx.updateTable('matching.proposals').set({
    status: 'rejected', reason: input.reason, decidedBy: actor.accountId, decidedName: actor.personName, decidedAt: context.now, version: held.version + 1,
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'matching-proposal.rejected', subjectKind: 'matching-proposal', subjectId: held.id, scopeCode: held.scopeCode, reason: input.reason,
    details: { caseId: held.caseId, volunteerId: held.volunteerId } })
  return getProposalRow(context, held.id)
}
