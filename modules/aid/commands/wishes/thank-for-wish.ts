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

/** Writes words of thanks for a wish that came true; shown to the public only after another person has closed it. They may not name the child. */
export async function thankForWish(context: Context, input: { id: string; version: number; thanks: string }): Promise<WishRow> {
  const { actor } = context
  mustWriteWishes(actor)
  const held = await lockWish(context, { step: 'thank', ...input })
  if (held.wrappedKey === null) throw new Refusal('CHILD_ERASED')
  await mustNotName(context, { ...held, field: 'thanks', text: input.thanks })
  await writeWish(context, held, {
    sealedThanks: sealText(context, held, 'wish-thanks', input.thanks), thanksBy: actor.accountId, thanksName: actor.personName,
  })
  await recordAudit(context, { verb: 'wish-thanks.written', subjectKind: 'wish', subjectId: held.id, scopeCode: held.scopeCode })
  return getWishRow(context, held.id)
}
