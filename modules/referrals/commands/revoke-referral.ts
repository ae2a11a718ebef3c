import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustSendReferrals } from '../access.ts'
import type { ReferralRow } from '../contract.ts'
import { lockForAct } from '../queries/lock-referral.ts'
import { sealText } from '../queries/referral-key.ts'
import { getReferralRow } from '../queries/referral-rows.ts'

/** Takes a referral back; what travelled is closed to the receiver at once, by the job that hears of it. */
export async function revokeReferral(context: Context, input: { id: string; version: number; reason: string }): Promise<ReferralRow> {
  mustSendReferrals(context.actor)
  const { tx, actor, now, today } = context
  const held = await lockForAct(context, { act: 'revoke', ...input })
  await tx.updateTable('referrals.referrals')
    .set({ status: 'revoked', endedOn: today, sealedAnswer: sealText(context, held, 'answer', input.reason), updatedAt: now, version: held.version + 1 })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'referral.revoked', subjectKind: 'referral', subjectId: held.id, scopeCode: held.scopeCode, details: { referralId: held.referralId },
  })
  return getReferralRow(context, held.id)
}
