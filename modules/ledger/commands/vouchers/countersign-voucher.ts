import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReviewVouchers } from '../../access.ts'
import { lockVoucher } from '../../queries/vouchers/lock-voucher.ts'
import { isSamePerson, waitsForSecond } from '../../rules/voucher-steps.ts'
import { recordVoucher, writeVoucher } from '../steps/write-voucher.ts'

/** A second person looks at what a closing posted by rule and puts the own name to it; whoever closed the month cannot. */
export async function countersignVoucher(context: Context, input: { id: string; version: number }): Promise<{ id: string }> {
  mustReviewVouchers(context.actor)
  const held = await lockVoucher(context, { step: 'countersign', ...input })
  if (!waitsForSecond(held)) throw new Refusal('WRONG_STATUS', { status: held.status })
  if (isSamePerson('review', held, context.actor.accountId)) throw new Refusal('SAME_PERSON')
  await writeVoucher(context, held, { reviewedBy: context.actor.accountId, reviewedName: context.actor.personName })
  await recordVoucher(context, held, { verb: 'voucher.countersigned' })
  return { id: held.id }
}
