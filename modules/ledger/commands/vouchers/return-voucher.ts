import type { Context } from '#platform/http/context.ts'
import { mustPostVouchers, mustReturnVouchers, mustReviewVouchers } from '../../access.ts'
import { lockVoucher } from '../../queries/vouchers/lock-voucher.ts'
import { recordVoucher, writeVoucher } from '../steps/write-voucher.ts'

/** Gives a voucher back to its maker with a reason: the reviewer what was submitted, who posts what was reviewed. */
export async function returnVoucher(context: Context, input: { id: string; version: number; reason: string }): Promise<{ id: string }> {
  mustReturnVouchers(context.actor)
  const held = await lockVoucher(context, { step: 'return', id: input.id, version: input.version })
  if (held.status === 'submitted') mustReviewVouchers(context.actor)
  else mustPostVouchers(context.actor)
  await writeVoucher(context, held, { status: 'draft', reviewedBy: null, reviewedName: null, returnReason: input.reason })
  await recordVoucher(context, held, { verb: 'voucher.returned', reason: input.reason, details: { wasStatus: held.status } })
  return { id: held.id }
}
