import { recordFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApproveWishes } from '../../access.ts'
import type { WishRow } from '../../contract.ts'
import { findPublicPlace, mustNotName } from '../../queries/find-public-place.ts'
import { hasPublicationConsent } from '../../queries/has-publication-consent.ts'
import { lockWish, type HeldWish } from '../../queries/lock-wish.ts'
import { openText, sealText } from '../../queries/row-key.ts'
import { getWishRow } from '../../queries/wish-rows.ts'
import { isOwn } from '../../rules/acting.ts'
import { countWish } from '../../rules/countable.ts'
import { writeWish } from '../steps/write-wish.ts'

/** Publishes a wish another person wrote, under a consent to publication that holds, or returns it with the reason. */
export async function decideWish(context: Context, input: { id: string; version: number; approved: boolean; answer: string }): Promise<WishRow> {
  const { actor } = context
  mustApproveWishes(actor)
  if (!input.approved && input.answer === '') throw new InvalidInput([{ path: ['answer'], message: '退回请写明要改什么' }])
  const held = await lockWish(context, { step: 'decide', ...input })
  if (isOwn(held.authorId, actor.accountId)) throw new Refusal('OWN_WISH')
  if (input.approved) await publish(context, held)
  else {
    await writeWish(context, held, {
      status: 'returned', decidedBy: actor.accountId, decidedName: actor.personName, sealedAnswer: sealText(context, held, 'wish-answer', input.answer),
    })
  }
  await recordAudit(context, {
    verb: input.approved ? 'wish.published' : 'wish.returned', subjectKind: 'wish', subjectId: held.id, scopeCode: held.scopeCode,
  })
  return getWishRow(context, held.id)
}

/** The text is judged once more: the child's file may say more than when it was written. */
async function publish(context: Context, held: HeldWish): Promise<void> {
  const { tx, actor, today } = context
  if (!await hasPublicationConsent(context, held.childId)) throw new Refusal('PUBLICATION_CONSENT_MISSING', { childId: held.childId })
  const text = openText(context, held, 'wish-text', held.sealedText)
  if (text === null) throw new Refusal('CHILD_ERASED')
  await mustNotName(context, { ...held, field: 'approved', text })
  const id = newId()
  const { area, ageBand } = await findPublicPlace(context, held)
  await tx.insertInto('aid.publishedWishes').values({
    cityId: actor.cityId, id, area, ageBand, text, amountFen: held.amountFen, status: 'open', publishedOn: today,
  }).execute()
  await writeWish(context, held, {
    status: 'published', decidedBy: actor.accountId, decidedName: actor.personName, publicationId: id, publishedOn: today, sealedAnswer: null,
  })
  await recordFacts(context, [countWish(held, 'published', today)])
}
