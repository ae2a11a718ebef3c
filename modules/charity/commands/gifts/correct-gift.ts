import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustConfirmGifts } from '../../access.ts'
import type { GiftRow } from '../../contract.ts'
import { countChanges, findBatch } from '../../queries/gifts/gift-state.ts'
import { getGiftRow } from '../../queries/gifts/gift-rows.ts'
import { mustBeOpenFund } from '../../queries/gifts/giving-books.ts'
import { lockBookedGift } from '../../queries/gifts/lock-gift.ts'
import { isDayOfChange } from '../../rules/gifts.ts'
import { appendChange, countGift, postGift, takeBack } from '../steps/book-gift.ts'
import { followAgreement } from '../steps/meet-agreement.ts'
import { writeGift } from '../steps/write-gift.ts'

type Input = { id: string; version: number; amount: number; fundId: string; onDay: string; reason: string }

/** Corrects amount or fund of a gift that was booked wrongly: what stood is reversed and posted anew on the day named. */
export async function correctGift(context: Context, input: Input): Promise<GiftRow> {
  mustConfirmGifts(context.actor)
  const { tx, actor, today } = context
  const held = await lockBookedGift(context, { step: 'correct', ...input })
  if (held.journalId === null) throw new Refusal('WRONG_STATUS', { status: held.status })
  if (!isDayOfChange(input.onDay, { receivedOn: held.receivedOn, today })) throw new Refusal('BEFORE_ARRIVAL', { receivedOn: held.receivedOn })
  const [batch, count] = [await findBatch(context, held.id), await countChanges(context, held.id)]
  if (count.moved > 0) throw new Refusal('WAS_MOVED')
  if (batch !== undefined && batch.leftQuantity !== batch.quantity) throw new Refusal('GOODS_GONE')
  const { restriction } = await mustBeOpenFund(context, { bookId: held.bookId, fundId: input.fundId })
  await takeBack(context, held, { journalId: held.journalId, on: input.onDay, doing: '更正冲销' })
  const journalId = await postGift(context, held, {
    amountFen: input.amount, fundId: input.fundId, restriction, accountId: held.accountId, on: input.onDay, key: `charity.gift/${held.id}/${count.all + 1}`,
  })
  await writeGift(context, held, { amountFen: String(input.amount), fundId: input.fundId, journalId })
  if (batch !== undefined) {
    await tx.updateTable('charity.batches').set({ valueFen: String(input.amount), leftFen: String(input.amount) }).where('cityId', '=', actor.cityId)
      .where('id', '=', batch.id).execute()
  }
  await appendChange(context, held, { change: 'corrected', onDay: input.onDay, amountFen: input.amount, fundId: input.fundId, journalId,
    reason: input.reason })
  await countGift(context, held, { amountFen: input.amount, restriction, on: held.receivedOn })
  await followAgreement(context, held.agreementId)
  await recordAudit(context, {
    verb: 'gift.corrected', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode, reason: input.reason,
    details: { amountFen: { before: held.amountFen, after: input.amount }, fundId: { before: held.fundId, after: input.fundId }, journalId },
  })
  return getGiftRow(context, held.id)
}
