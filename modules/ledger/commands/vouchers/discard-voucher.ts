import type { Context } from '#platform/http/context.ts'
import { mustMakeVouchers } from '../../access.ts'
import { lockVoucher } from '../../queries/vouchers/lock-voucher.ts'
import { recordVoucher, writeVoucher } from '../steps/write-voucher.ts'

/** Throws a draft away; it keeps no number, and journals it gathered are free to be gathered again. */
export async function discardVoucher(context: Context, input: { id: string; version: number }): Promise<{ id: string }> {
  mustMakeVouchers(context.actor)
  const { tx, actor } = context
  const held = await lockVoucher(context, { step: 'discard', ...input })
  await tx.deleteFrom('ledger.voucherJournals').where('cityId', '=', actor.cityId).where('voucherId', '=', held.id).execute()
  await writeVoucher(context, held, { status: 'discarded' })
  await recordVoucher(context, held, { verb: 'voucher.discarded' })
  return { id: held.id }
}
