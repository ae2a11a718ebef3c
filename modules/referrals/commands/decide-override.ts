import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustDecideOverrides } from '../access.ts'
import type { ReferralRow } from '../contract.ts'
import { lockForAct } from '../queries/lock-referral.ts'
import { getReferralRow } from '../queries/referral-rows.ts'

/** Says yes or no to going on without consent; never on a referral of one's own. */
export async function decideOverride(context: Context, input: { id: string; version: number; approved: boolean }): Promise<ReferralRow> {
  mustDecideOverrides(context.actor)
  const { tx, actor, now } = context
  const held = await lockForAct(context, { act: 'decide', ...input })
  if (held.overrideStatus !== 'pending') throw new Refusal('NO_OVERRIDE')
  if (held.authorId === actor.accountId) throw new Refusal('OWN_OVERRIDE')
  const overrideStatus = input.approved ? 'approved' : 'rejected'
  await tx.updateTable('referrals.referrals')
    .set({ overrideStatus, overrideName: actor.personName, overrideAt: now, updatedAt: now, version: held.version + 1 })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: `referral-override.${overrideStatus}`, subjectKind: 'referral', subjectId: held.id, scopeCode: held.scopeCode, details: { authorId: held.authorId },
  })
  return getReferralRow(context, held.id)
}
