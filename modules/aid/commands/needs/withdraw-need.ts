import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayApproveNeeds, mustRaiseNeeds } from '../../access.ts'
import type { NeedRow } from '../../contract.ts'
import { lockNeed } from '../../queries/lock-need.ts'
import { getNeedRow } from '../../queries/need-rows.ts'
import { isOwn } from '../../rules/acting.ts'
import { sealText } from '../../queries/row-key.ts'
import { writeNeed } from '../steps/write-need.ts'

/** Takes a need back before anybody offered aid: who raised it, or an office. */
export async function withdrawNeed(context: Context, input: { id: string; version: number; answer: string }): Promise<NeedRow> {
  mustRaiseNeeds(context.actor)
  const held = await lockNeed(context, { step: 'withdraw', ...input })
  if (!mayApproveNeeds(context.actor) && !isOwn(held.raisedBy, context.actor.accountId)) throw new Refusal('NOT_OWN_NEED')
  await writeNeed(context, held, {
    status: 'withdrawn', endedOn: context.today, sealedAnswer: sealText(context, held, 'need-answer', input.answer),
  })
  await recordAudit(context, { verb: 'need.withdrawn', subjectKind: 'need', subjectId: held.id, scopeCode: held.scopeCode })
  return getNeedRow(context, held.id)
}
