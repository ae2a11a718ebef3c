import type { AccessPurpose, OpenedFile } from '#modules/children/contract.ts'
import { findChildCard, openChildFields } from '#modules/children/index.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays } from '#platform/values/local-date.ts'
import { mustSendReferrals } from '../access.ts'
import type { ReferralRow } from '../contract.ts'
import { findAnswerDays } from '../queries/find-answer-days.ts'
import { hasSharingConsent, mustBeOpen } from '../queries/find-target.ts'
import { lockForAct, type HeldReferral } from '../queries/lock-referral.ts'
import { openSealedEnclosure, sealEnclosure } from '../queries/referral-key.ts'
import { getReferralRow } from '../queries/referral-rows.ts'
import { findSendingObstacle } from '../rules/acting.ts'
import { countReferral } from '../rules/countable.ts'

/** Sends a draft: the chosen fields are opened under the sender's own approval, on record, and sealed. A job brings them to the receiver. */
export async function sendReferral(context: Context, input: { id: string; version: number; purpose: AccessPurpose }): Promise<ReferralRow> {
  mustSendReferrals(context.actor)
  const held = await lockForAct(context, { act: 'send', ...input })
  const childId = held.childId ?? ''
  await mustBeReady(context, held, childId)
  const file = held.fields.length === 0 ? {} : await openChildFields(context, { childId, fields: held.fields, purpose: input.purpose })
  await writeSent(context, held, file)
  await Promise.all([
    recordAudit(context, {
      verb: 'referral.sent', subjectKind: 'referral', subjectId: held.id, scopeCode: held.scopeCode,
      details: { referralId: held.referralId, childId, toUnitId: held.toUnitId, toBodyId: held.toBodyId, fields: held.fields },
    }),
    recordFacts(context, [countReferral({ ...held, senderScope: held.scopeCode, childId }, 'sent', context.today)]),
  ])
  return getReferralRow(context, held.id)
}

async function mustBeReady(context: Context, held: HeldReferral, childId: string): Promise<void> {
  const [child, hasConsent] = await Promise.all([findChildCard(context, childId), hasSharingConsent(context, childId), mustBeOpen(context, held)])
  if (child === undefined) throw new Refusal('NOT_FOUND')
  if (held.wrappedKey === null) throw new Refusal('CHILD_ERASED')
  const obstacle = findSendingObstacle({ hasConsent, overrideStatus: held.overrideStatus })
  if (obstacle !== undefined) throw new Refusal(obstacle, obstacle === 'CONSENT_MISSING' ? { childId } : undefined)
}

async function writeSent(context: Context, held: HeldReferral, file: OpenedFile): Promise<void> {
  const { tx, actor, now, today } = context
  const drafted = openSealedEnclosure(context, held, held.sealedEnclosure)
  await tx.updateTable('referrals.referrals').set({
    status: 'sent', sentOn: today, answerDueOn: addDays(today, await findAnswerDays(context)), openUntil: addDays(today, held.accessDays),
    sealedEnclosure: sealEnclosure(context, held, { need: '', summary: '', overrideReason: null, ...drafted, file }), updatedAt: now, version: held.version + 1,
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
}
