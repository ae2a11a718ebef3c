import { findChildCard, type KnownChild } from '#modules/children/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { ageBandLabel } from '#platform/values/mask.ts'
import { mustSendReferrals } from '../access.ts'
import type { NewReferral, ReferralRow } from '../contract.ts'
import { hasSharingConsent, mustBeOpen } from '../queries/find-target.ts'
import { newRowKey, sealEnclosure } from '../queries/referral-key.ts'
import { getReferralRow } from '../queries/referral-rows.ts'

/** Drafts a referral; nothing leaves yet. Without a consent to sharing it needs a reason, which another person decides on. */
export async function draftReferral(context: Context, input: NewReferral): Promise<ReferralRow> {
  mustSendReferrals(context.actor)
  const target = { toUnitId: input.toUnitId ?? null, toBodyId: input.toBodyId ?? null }
  if ((target.toUnitId === null) === (target.toBodyId === null)) throw new InvalidInput([{ path: ['toUnitId'], message: '请选择一个接收单位或外部机构' }])
  const child = await findChildCard(context, input.childId)
  if (child === undefined) throw new Refusal('NOT_FOUND')
  if (child.status !== 'registered') throw new Refusal('CHILD_NOT_REGISTERED')
  if (child.unitId === target.toUnitId) throw new Refusal('SAME_UNIT')
  await mustBeOpen(context, target)
  const hasConsent = await hasSharingConsent(context, child.id)
  const overrideReason = hasConsent ? '' : input.overrideReason ?? ''
  if (!hasConsent && overrideReason === '') throw new Refusal('CONSENT_MISSING', { childId: child.id })
  const id = newId()
  await insertDraft(context, child, { ...input, ...target, id, overrideReason })
  await recordAudit(context, {
    verb: 'referral.drafted', subjectKind: 'referral', subjectId: id, scopeCode: child.scopeCode,
    details: { childId: child.id, ...target, fields: input.fields, isOverride: !hasConsent },
  })
  return getReferralRow(context, id)
}

type Draft = Omit<NewReferral, 'toUnitId' | 'toBodyId'> & { id: string; toUnitId: string | null; toBodyId: string | null; overrideReason: string }

async function insertDraft(context: Context, child: KnownChild, draft: Draft): Promise<void> {
  const { tx, actor, now } = context
  const wrappedKey = newRowKey(context, draft.id)
  const { need, summary, overrideReason } = draft
  await tx.insertInto('referrals.referrals').values({
    cityId: actor.cityId, id: draft.id, scopeCode: child.scopeCode, referralId: newId(), party: 'sender', fromUnitId: child.unitId,
    toUnitId: draft.toUnitId, toBodyId: draft.toBodyId, childId: child.id, childLabel: `${child.maskedName} · ${ageBandLabel(child.ageBand)}`,
    status: 'draft', fields: [...new Set(draft.fields)], wrappedKey, overrideStatus: overrideReason === '' ? null : 'pending',
    sealedEnclosure: sealEnclosure(context, { id: draft.id, wrappedKey }, { need, summary, overrideReason: overrideReason || null, file: null }),
    authorId: actor.accountId, authorName: actor.personName, accessDays: draft.accessDays, createdAt: now, updatedAt: now,
  }).execute()
}
