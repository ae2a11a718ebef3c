import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustAttachPapers } from '../../access.ts'
import { lockVoucher } from '../../queries/vouchers/lock-voucher.ts'
import { recordVoucher } from '../steps/write-voucher.ts'

/** Takes a paper off a voucher that was not reviewed yet; the sealed bytes stay for the record. */
export async function removePaper(context: Context, input: { id: string; paperId: string }): Promise<{ id: string }> {
  mustAttachPapers(context.actor)
  const { tx, actor, now } = context
  const held = await lockVoucher(context, { step: 'detach', id: input.id })
  const removed = await tx.updateTable('ledger.attachments').set({ removedAt: now }).where('cityId', '=', actor.cityId)
    .where('voucherId', '=', held.id).where('id', '=', input.paperId).where('removedAt', 'is', null).executeTakeFirst()
  if (removed.numUpdatedRows === 0n) throw new Refusal('NOT_FOUND')
  await recordVoucher(context, held, { verb: 'voucher-paper.removed' })
  return { id: input.paperId }
}
