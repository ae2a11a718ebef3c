import { recordFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustAnswerReferrals } from '../access.ts'
import type { ReferralRow } from '../contract.ts'
import { lockForAct } from '../queries/lock-referral.ts'
import { sealText } from '../queries/referral-key.ts'
import { getReferralRow } from '../queries/referral-rows.ts'
import { countReferral } from '../rules/countable.ts'

/** Says what came of an accepted referral; the receiver's enclosure is no longer needed and goes. */
export async function finishReferral(context: Context, input: { id: string; version: number; result: string }): Promise<ReferralRow> {
  mustAnswerReferrals(context.actor)
  const { tx, actor, now, today } = context
  const held = await lockForAct(context, { act: 'finish', ...input })
  await tx.updateTable('referrals.referrals').set({
    status: 'done', endedOn: today, sealedResult: sealText(context, held, 'result', input.result), updatedAt: now, version: held.version + 1,
    ...(held.party === 'receiver' ? { sealedEnclosure: null } : {}),
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  if (held.childId !== null) await recordFacts(context, [countReferral({ ...held, senderScope: held.scopeCode, childId: held.childId }, 'done', today)])
  await recordAudit(context, {
    verb: 'referral.finished', subjectKind: 'referral', subjectId: held.id, scopeCode: held.scopeCode,
    details: { referralId: held.referralId, party: held.party },
  })
  return getReferralRow(context, held.id)
}
