import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteWishes } from '../../access.ts'
import type { WishRow } from '../../contract.ts'
import { mustNotName } from '../../queries/find-public-place.ts'
import { lockWish } from '../../queries/lock-wish.ts'
import { sealText } from '../../queries/row-key.ts'
import { getWishRow } from '../../queries/wish-rows.ts'
import { writeWish } from '../steps/write-wish.ts'

/** Rewrites a wish that was not published; whoever did is its author and does not publish it. */
export async function updateWish(
  context: Context, input: { id: string; version: number; text: string; amount?: number | undefined },
): Promise<WishRow> {
  const { actor, today } = context
  mustWriteWishes(actor)
  const held = await lockWish(context, { step: 'write', ...input })
  if (held.wrappedKey === null) throw new Refusal('CHILD_ERASED')
  await mustNotName(context, { ...held, field: 'text', text: input.text })
  await writeWish(context, held, {
    status: 'draft', sealedText: sealText(context, held, 'wish-text', input.text), amountFen: input.amount ?? null, authorId: actor.accountId,
    authorName: actor.personName, writtenOn: today, sealedAnswer: null,
  })
  await recordAudit(context, { verb: 'wish.updated', subjectKind: 'wish', subjectId: held.id, scopeCode: held.scopeCode })
  return getWishRow(context, held.id)
}
