import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApproveWishes } from '../../access.ts'
import type { WishRow } from '../../contract.ts'
import { lockWish } from '../../queries/lock-wish.ts'
import { openText } from '../../queries/row-key.ts'
import { getWishRow } from '../../queries/wish-rows.ts'
import { isOwn } from '../../rules/acting.ts'
import { showPublicly, writeWish } from '../steps/write-wish.ts'

/** Closes a wish that came true; words of thanks another person wrote are published with it. */
export async function closeWish(context: Context, input: { id: string; version: number }): Promise<WishRow> {
  const { actor, today } = context
  mustApproveWishes(actor)
  const held = await lockWish(context, { step: 'close', ...input })
  if (held.sealedThanks !== null && isOwn(held.thanksBy, actor.accountId)) throw new Refusal('OWN_THANKS')
  const thanks = openText(context, held, 'wish-thanks', held.sealedThanks)
  await writeWish(context, held, { status: 'closed', endedOn: today })
  if (thanks !== null) await showPublicly(context, held.publicationId, { thanks })
  await recordAudit(context, {
    verb: 'wish.closed', subjectKind: 'wish', subjectId: held.id, scopeCode: held.scopeCode, details: { hasThanks: thanks !== null },
  })
  return getWishRow(context, held.id)
}
