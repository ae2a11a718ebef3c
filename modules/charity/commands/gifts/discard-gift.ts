import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { GiftRow } from '../../contract.ts'
import { getGiftRow } from '../../queries/gifts/gift-rows.ts'
import { lockGift } from '../../queries/gifts/lock-gift.ts'
import { mustHaveNoCharge } from '../steps/wait-for-charge.ts'
import { writeGift } from '../steps/write-gift.ts'

/** Throws a draft away: the gift never came. It stays readable. */
export async function discardGift(context: Context, input: { id: string; version: number }): Promise<GiftRow> {
  mustWriteGifts(context.actor)
  const held = await lockGift(context, { step: 'discard', ...input })
  await mustHaveNoCharge(context, held.id)
  await writeGift(context, held, { status: 'discarded', endedOn: context.today })
  await recordAudit(context, { verb: 'gift.discarded', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode })
  return getGiftRow(context, held.id)
}
