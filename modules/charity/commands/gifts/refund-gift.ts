import { endFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustConfirmGifts } from '../../access.ts'
import type { GiftRow } from '../../contract.ts'
import { findBatch, listMoves } from '../../queries/gifts/gift-state.ts'
import { getGiftRow } from '../../queries/gifts/gift-rows.ts'
import { lockBookedGift, type BookedGift } from '../../queries/gifts/lock-gift.ts'
import { isDayOfChange } from '../../rules/gifts.ts'
import { appendChange, takeBack } from '../steps/book-gift.ts'
import { followAgreement } from '../steps/meet-agreement.ts'
import { reduceGift } from '../steps/reduce-gift.ts'
import { wantRefund } from '../steps/want-refund.ts'
import { writeGift } from '../steps/write-gift.ts'

type Input = { id: string; version: number; onDay: string; reason: string; amount?: number | undefined }

/**
 * Gives a gift back, or a part of its money: in the books at once, and where it was paid online the same way it came, by a job. A restricted fund that has
 * spent it cannot give it back: the ledger refuses.
 */
export async function refundGift(context: Context, input: Input): Promise<GiftRow> {
  mustConfirmGifts(context.actor)
  const held = await lockBookedGift(context, { step: 'refund', ...input })
  if (!isDayOfChange(input.onDay, { receivedOn: held.receivedOn, today: context.today })) {
    throw new Refusal('BEFORE_ARRIVAL', { receivedOn: held.receivedOn })
  }
  const amountFen = input.amount ?? held.amountFen
  if (amountFen > held.amountFen || (amountFen < held.amountFen && held.form !== 'money')) throw new Refusal('MORE_THAN_GIVEN')
  if (amountFen < held.amountFen) await reduceGift(context, held, { amountFen, onDay: input.onDay, reason: input.reason })
  else await refundWhole(context, held, input)
  await followAgreement(context, held.agreementId)
  await wantRefund(context, held, amountFen)
  return getGiftRow(context, held.id)
}

/** Every journal of it is reversed, once. */
async function refundWhole(context: Context, held: BookedGift, input: Input): Promise<void> {
  const { tx, actor } = context
  const batch = await findBatch(context, held.id)
  if (batch !== undefined && batch.leftQuantity !== batch.quantity) throw new Refusal('GOODS_GONE')
  const journals = held.journalId === null ? [] : [...await listMoves(context, held.id), held.journalId]
  let journalId: string | null = null
  for (const one of journals) journalId = await takeBack(context, held, { journalId: one, on: input.onDay, doing: '退赠' })
  await writeGift(context, held, { status: 'refunded', endedOn: input.onDay })
  if (batch !== undefined) {
    await tx.updateTable('charity.batches').set({ leftQuantity: 0, leftFen: '0' }).where('cityId', '=', actor.cityId).where('id', '=', batch.id).execute()
  }
  await appendChange(context, held, { change: 'refunded', onDay: input.onDay, amountFen: held.amountFen, fundId: held.fundId, journalId,
    reason: input.reason })
  await endFacts(context, { recordId: held.id })
  await recordAudit(context, {
    verb: 'gift.refunded', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode, reason: input.reason,
    details: { amountFen: held.amountFen, fundId: held.fundId, journalId },
  })
}
