import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { constraintOf } from '#platform/database/transaction.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { GiftReceipt, GiftRow } from '../../contract.ts'
import { getGiftRow } from '../../queries/gifts/gift-rows.ts'
import { lockBookedGift } from '../../queries/gifts/lock-gift.ts'
import { writeGift } from '../steps/write-gift.ts'

/** Records code and number of the official receipt that was made elsewhere; none occurs twice in the city. */
export async function recordReceipt(context: Context, input: GiftReceipt): Promise<GiftRow> {
  mustWriteGifts(context.actor)
  const held = await lockBookedGift(context, { step: 'receipt', ...input })
  if (input.receiptOn < held.receivedOn || input.receiptOn > context.today) {
    throw new InvalidInput([{ path: ['receiptOn'], message: '开票日期不能早于到账日期，也不能晚于今天' }])
  }
  const { receiptCode, receiptNumber, receiptOn, receiptHandler } = input
  try {
    await writeGift(context, held, { receiptCode: receiptCode.toUpperCase(), receiptNumber: receiptNumber.toUpperCase(), receiptOn, receiptHandler })
  } catch (error) {
    if (constraintOf(error) === 'gifts_receipt_key') throw new Refusal('RECEIPT_KNOWN')
    throw error
  }
  await recordAudit(context, {
    verb: 'gift-receipt.recorded', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode, details: { receiptCode, receiptNumber, receiptOn },
  })
  return getGiftRow(context, held.id)
}
