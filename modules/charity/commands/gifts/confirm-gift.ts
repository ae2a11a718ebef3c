import { randomBytes } from 'node:crypto'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustConfirmGifts } from '../../access.ts'
import type { Arrival, GiftRow } from '../../contract.ts'
import { getGiftRow } from '../../queries/gifts/gift-rows.ts'
import { holdsMoney, mustBeOpenFund } from '../../queries/gifts/giving-books.ts'
import { lockGift, type HeldGift } from '../../queries/gifts/lock-gift.ts'
import { findArrivalIssues, mayConfirm } from '../../rules/gifts.ts'
import { codeLength, makeTraceCode } from '../../rules/trace-code.ts'
import { appendChange, countGift, postGift } from '../steps/book-gift.ts'
import { followAgreement } from '../steps/meet-agreement.ts'
import { writeGift } from '../steps/write-gift.ts'

/** Finds that a gift arrived: it enters the books and gets the code by which its donor follows it. Never by who drafted it. */
export async function confirmGift(context: Context, input: Arrival): Promise<GiftRow> {
  mustConfirmGifts(context.actor)
  const { actor, today } = context
  const held = await lockGift(context, { step: 'confirm', ...input })
  if (!mayConfirm(held.madeBy, actor.accountId)) throw new Refusal('OWN_GIFT')
  const issues = findArrivalIssues(held.form, input, today)
  if (issues.length === 0 && input.accountId !== undefined && !await holdsMoney(context, { bookId: held.bookId, accountId: input.accountId })) {
    issues.push({ path: ['accountId'], message: '请选择本账套的现金或银行科目' })
  }
  if (issues.length > 0) throw new InvalidInput(issues)
  const { restriction } = await mustBeOpenFund(context, held)
  const { amountFen, fundId } = held
  const journalId = await postGift(context, held, {
    amountFen, fundId, restriction, accountId: input.accountId ?? null, on: input.receivedOn, key: `charity.gift/${held.id}/1`,
  })
  await writeGift(context, held, {
    status: 'confirmed', receivedOn: input.receivedOn, channel: input.channel ?? null, accountId: input.accountId ?? null,
      bankReference: input.bankReference ?? null,
    journalId, traceCode: makeTraceCode(actor.cityId, randomBytes(codeLength)), confirmedBy: actor.accountId, confirmedName: actor.personName,
  })
  if (held.form === 'goods') await stockGoods(context, held, input)
  await appendChange(context, held, { change: 'confirmed', onDay: input.receivedOn, amountFen, fundId, journalId, reason: null })
  await countGift(context, held, { amountFen, restriction, on: input.receivedOn })
  await followAgreement(context, held.agreementId)
  await recordAudit(context, {
    verb: 'gift.confirmed', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode, details: { receivedOn: input.receivedOn, amountFen,
      fundId, journalId },
  })
  return getGiftRow(context, held.id)
}

async function stockGoods({ tx, actor }: Context, gift: HeldGift, { place, useBy }: Arrival): Promise<void> {
  const quantity = gift.quantity ?? 0
  await tx.insertInto('charity.batches').values({
    cityId: actor.cityId, id: newId(), scopeCode: gift.scopeCode, giftId: gift.id, quantity, leftQuantity: quantity, valueFen: String(gift.amountFen),
    leftFen: String(gift.amountFen), place: place ?? null, useBy: useBy ?? null,
  }).execute()
}
