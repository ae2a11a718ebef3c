import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteWishes } from '../../access.ts'
import type { WishRow } from '../../contract.ts'
import { findActOfWish, lockWish } from '../../queries/lock-wish.ts'
import { sealText } from '../../queries/row-key.ts'
import { getWishRow } from '../../queries/wish-rows.ts'
import { endClaim, takeDown, writeWish } from '../steps/write-wish.ts'

/** Takes a wish back: it leaves the wall at once, a claim is released. Not while an act of aid for it stands. */
export async function withdrawWish(context: Context, input: { id: string; version: number; answer: string }): Promise<WishRow> {
  mustWriteWishes(context.actor)
  const held = await lockWish(context, { step: 'withdraw', ...input })
  if (await findActOfWish(context, held.id) !== undefined) throw new Refusal('AID_BEGUN')
  await endClaim(context, { wishId: held.id, status: 'released' })
  await takeDown(context, held.publicationId)
  await writeWish(context, held, {
    status: 'withdrawn', endedOn: context.today, publicationId: null, sealedAnswer: sealText(context, held, 'wish-answer', input.answer),
  })
  await recordAudit(context, { verb: 'wish.withdrawn', subjectKind: 'wish', subjectId: held.id, scopeCode: held.scopeCode })
  return getWishRow(context, held.id)
}
