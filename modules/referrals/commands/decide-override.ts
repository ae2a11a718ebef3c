import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustDecideOverrides } from '../access.ts'
import type { ReferralRow } from '../contract.ts'
import { lockForAct } from '../queries/lock-referral.ts'
import { getReferralRow } from '../queries/referral-rows.ts'
import { findOverrideObstacle } from '../rules/acting.ts'

type Input = { id: string; version: number; approved: boolean; answer?: string | undefined }

/** Says yes or no to going on without consent, with words for the author; never on a referral of one's own. */
export async function decideOverride(context: Context, input: Input): Promise<ReferralRow> {
  mustDecideOverrides(context.actor)
  const { tx, actor, now } = context
  const held = await lockForAct(context, { act: 'decide', ...input })
  const obstacle = findOverrideObstacle({ ...held, decider: actor.accountId, isApproved: input.approved, answer: input.answer })
  if (obstacle !== undefined) throw new Refusal(obstacle)
  const overrideStatus = input.approved ? 'approved' : 'rejected'
  await tx.updateTable('referrals.referrals')
    .set({
      overrideStatus, overrideName: actor.personName, overrideAt: now, overrideAnswer: input.answer ?? null, updatedAt: now, version: held.version + 1,
    })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: `referral-override.${overrideStatus}`, subjectKind: 'referral', subjectId: held.id, scopeCode: held.scopeCode,
    // The words stand in the row, which an erasure of the child reaches; the audit keeps that there are some.
    details: { authorId: held.authorId, changed: ['overrideStatus', ...(input.answer === undefined ? [] : ['overrideAnswer'])] },
  })
  return getReferralRow(context, held.id)
}
