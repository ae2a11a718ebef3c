import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustConfirmGifts } from '../../access.ts'
import type { Arrival, GiftRow } from '../../contract.ts'
import { getGiftRow } from '../../queries/gifts/gift-rows.ts'
import { holdsMoney } from '../../queries/gifts/giving-books.ts'
import { lockGift } from '../../queries/gifts/lock-gift.ts'
import { findArrivalIssues, mayConfirm } from '../../rules/gifts.ts'
import { arriveGift } from '../steps/arrive-gift.ts'
import { mustHaveNoCharge } from '../steps/wait-for-charge.ts'

/** Finds that a gift arrived: it enters the books and gets the code by which its donor follows it. Never by who drafted it. */
export async function confirmGift(context: Context, input: Arrival): Promise<GiftRow> {
  mustConfirmGifts(context.actor)
  const { actor, today } = context
  const held = await lockGift(context, { step: 'confirm', ...input })
  if (!mayConfirm(held.madeBy, actor.accountId)) throw new Refusal('OWN_GIFT')
  await mustHaveNoCharge(context, held.id)
  const issues = findArrivalIssues(held.form, input, today)
  if (issues.length === 0 && input.accountId !== undefined && !await holdsMoney(context, { bookId: held.bookId, accountId: input.accountId })) {
    issues.push({ path: ['accountId'], message: '请选择本账套的现金或银行科目' })
  }
  if (issues.length > 0) throw new InvalidInput(issues)
  await arriveGift(context, held, { arrival: input, by: { accountId: actor.accountId, name: actor.personName } })
  return getGiftRow(context, held.id)
}
