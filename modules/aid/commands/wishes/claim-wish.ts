import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays } from '#platform/values/local-date.ts'
import { mustClaimWishes } from '../../access.ts'
import type { PayerKind, WishRow } from '../../contract.ts'
import { findClaimDays } from '../../queries/find-claim-days.ts'
import { hasPublicationConsent } from '../../queries/has-publication-consent.ts'
import { lockWish } from '../../queries/lock-wish.ts'
import { newRowKey, sealObject } from '../../queries/row-key.ts'
import { getWishRow } from '../../queries/wish-rows.ts'
import { showPublicly, writeWish } from '../steps/write-wish.ts'

type Input = { id: string; version: number; donorKind: PayerKind; name: string; contact: string; days?: number | undefined }

/** Records a donor for a published wish; name and contact are sealed. The donor hears nothing about the child; the claim lapses after its last day. */
export async function claimWish(context: Context, input: Input): Promise<WishRow> {
  const { tx, actor, now, today } = context
  mustClaimWishes(actor)
  const held = await lockWish(context, { step: 'claim', ...input })
  if (!await hasPublicationConsent(context, held.childId)) throw new Refusal('PUBLICATION_CONSENT_MISSING', { childId: held.childId })
  const id = newId()
  const wrappedKey = newRowKey(context, id)
  const sealedDonor = sealObject(context, { id, wrappedKey }, 'donor', { name: input.name, contact: input.contact })
  if (sealedDonor === null) throw new Error('a key made just now seals')
  const untilOn = addDays(today, input.days ?? await findClaimDays(context))
  await tx.insertInto('aid.claims').values({
    cityId: actor.cityId, id, scopeCode: held.scopeCode, wishId: held.id, donorKind: input.donorKind, wrappedKey, sealedDonor, status: 'living',
    claimedUnitId: actor.unit.id, claimedOn: today, untilOn, createdAt: now,
  }).execute()
  await writeWish(context, held, { status: 'claimed' })
  await showPublicly(context, held.publicationId, { status: 'claimed' })
  await recordAudit(context, {
    verb: 'wish.claimed', subjectKind: 'wish', subjectId: held.id, scopeCode: held.scopeCode, details: { donorKind: input.donorKind, untilOn },
  })
  return getWishRow(context, held.id)
}
