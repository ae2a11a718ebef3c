import { endFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustConfirmGifts } from '../../access.ts'
import type { GiftRow } from '../../contract.ts'
import { findBatch, listMoves } from '../../queries/gifts/gift-state.ts'
import { getGiftRow } from '../../queries/gifts/gift-rows.ts'
import { lockBookedGift } from '../../queries/gifts/lock-gift.ts'
import { isDayOfChange } from '../../rules/gifts.ts'
import { appendChange, takeBack } from '../steps/book-gift.ts'
import { followAgreement } from '../steps/meet-agreement.ts'
import { writeGift } from '../steps/write-gift.ts'

/** Gives a gift back: every journal of it is reversed, once. A restricted fund that has spent it cannot give it back: the ledger refuses. */
export async function refundGift(context: Context, input: { id: string; version: number; onDay: string; reason: string }): Promise<GiftRow> {
  mustConfirmGifts(context.actor)
  const { tx, actor, today } = context
  const held = await lockBookedGift(context, { step: 'refund', ...input })
  if (!isDayOfChange(input.onDay, { receivedOn: held.receivedOn, today })) throw new Refusal('BEFORE_ARRIVAL', { receivedOn: held.receivedOn })
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
  await followAgreement(context, held.agreementId)
  await recordAudit(context, {
    verb: 'gift.refunded', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode, reason: input.reason,
    details: { amountFen: held.amountFen, fundId: held.fundId, journalId },
  })
  return getGiftRow(context, held.id)
}
