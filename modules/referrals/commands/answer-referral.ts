import { recordFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustAnswerReferrals } from '../access.ts'
import type { ReferralRow } from '../contract.ts'
import { lockForAct } from '../queries/lock-referral.ts'
import { sealText } from '../queries/referral-key.ts'
import { getReferralRow } from '../queries/referral-rows.ts'
import { countReferral } from '../rules/countable.ts'

type Input = { id: string; version: number; accepted: boolean; reason: string }

/** Accepts or rejects: the receiving unit, or for an outside body the sender, who enters what it said. */
export async function answerReferral(context: Context, input: Input): Promise<ReferralRow> {
  mustAnswerReferrals(context.actor)
  const { tx, actor, now, today } = context
  const held = await lockForAct(context, { act: 'answer', ...input })
  if (!input.accepted && input.reason === '') throw new Refusal('REASON_NEEDED')
  const rejected = { endedOn: today, ...(held.party === 'receiver' ? { sealedEnclosure: null } : {}) }
  await tx.updateTable('referrals.referrals').set({
    status: input.accepted ? 'accepted' : 'rejected', answeredOn: today, sealedAnswer: sealText(context, held, 'answer', input.reason), updatedAt: now,
    version: held.version + 1, ...(input.accepted ? {} : rejected),
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  if (input.accepted && held.childId !== null)
    await recordFacts(context, [countReferral({ ...held, senderScope: held.scopeCode, childId: held.childId }, 'accepted', today)])
  await recordAudit(context, {
    verb: 'referral.answered', subjectKind: 'referral', subjectId: held.id, scopeCode: held.scopeCode,
    details: { referralId: held.referralId, party: held.party, accepted: input.accepted },
  })
  return getReferralRow(context, held.id)
}
