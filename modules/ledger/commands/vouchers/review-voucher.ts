import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReviewVouchers } from '../../access.ts'
import { lockVoucher } from '../../queries/vouchers/lock-voucher.ts'
import { isSamePerson } from '../../rules/voucher-steps.ts'
import { recordVoucher, writeVoucher } from '../steps/write-voucher.ts'

/** Says that a voucher is right (审核); by another person than its maker. */
export async function reviewVoucher(context: Context, input: { id: string; version: number }): Promise<{ id: string }> {
  mustReviewVouchers(context.actor)
  const held = await lockVoucher(context, { step: 'review', ...input })
  if (isSamePerson('review', held, context.actor.accountId)) throw new Refusal('SAME_PERSON')
  await writeVoucher(context, held, { status: 'reviewed', reviewedBy: context.actor.accountId, reviewedName: context.actor.personName })
  await recordVoucher(context, held, { verb: 'voucher.reviewed' })
  return { id: held.id }
}
