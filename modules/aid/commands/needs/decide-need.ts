import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApproveNeeds } from '../../access.ts'
import type { NeedRow } from '../../contract.ts'
import { lockNeed } from '../../queries/lock-need.ts'
import { getNeedRow } from '../../queries/need-rows.ts'
import { isOwn } from '../../rules/acting.ts'
import { sealText } from '../../queries/row-key.ts'
import { writeNeed } from '../steps/write-need.ts'

/** Approves a need that another person raised, or declines it with the reason. */
export async function decideNeed(context: Context, input: { id: string; version: number; approved: boolean; answer: string }): Promise<NeedRow> {
  const { actor, today } = context
  mustApproveNeeds(actor)
  if (!input.approved && input.answer === '') throw new InvalidInput([{ path: ['answer'], message: '不批准请写明原因' }])
  const held = await lockNeed(context, { step: 'decide', ...input })
  if (isOwn(held.raisedBy, actor.accountId)) throw new Refusal('OWN_NEED')
  await writeNeed(context, held, {
    status: input.approved ? 'approved' : 'declined', decidedBy: actor.accountId, decidedName: actor.personName, decidedOn: today,
    sealedAnswer: sealText(context, held, 'need-answer', input.answer), endedOn: input.approved ? null : today,
  })
  await recordAudit(context, { verb: input.approved ? 'need.approved' : 'need.declined', subjectKind: 'need', subjectId: held.id, scopeCode: held.scopeCode })
  return getNeedRow(context, held.id)
}
