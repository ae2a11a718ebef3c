import { ownUnitRange } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { postJournal } from '#modules/ledger/index.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { GiftRow } from '../../contract.ts'
import { findBatch } from '../../queries/gifts/gift-state.ts'
import { getGiftRow } from '../../queries/gifts/gift-rows.ts'
import { findAccount, mustBeOpenFund } from '../../queries/gifts/giving-books.ts'
import { lockBookedGift, type BookedGift } from '../../queries/gifts/lock-gift.ts'
import { accountNumbers, isDayOfChange, worthOf } from '../../rules/gifts.ts'
import { monthOf } from '../../rules/trail.ts'
import { addReach } from '../steps/add-reach.ts'
import { lineOf, memoOf } from '../steps/book-gift.ts'
import { writeGift } from '../steps/write-gift.ts'

type Input = { id: string; version: number; onDay: string; quantity: number; unit: string; children: number; households: number }

/** Hands pieces of a gift in goods out for children of a unit: out of stock, into the cost of care, and counted as reached. */
export async function handOutGoods(context: Context, input: Input): Promise<GiftRow> {
  mustWriteGifts(context.actor)
  const { tx, actor, now, today } = context
  ownUnitRange(actor, input.unit)
  const unit = await tx.selectFrom('organization.publishedUnits').select('id').where('cityId', '=', actor.cityId).where('code', '=', input.unit)
    .executeTakeFirst()
  if (unit?.id == null) throw new Refusal('NOT_FOUND')
  const held = await lockBookedGift(context, { step: 'handOut', ...input })
  if (!isDayOfChange(input.onDay, { receivedOn: held.receivedOn, today })) throw new Refusal('BEFORE_ARRIVAL', { receivedOn: held.receivedOn })
  const batch = await findBatch(context, held.id)
  if (batch === undefined || batch.leftQuantity < input.quantity) throw new Refusal('STOCK_SHORT', { leftQuantity: batch?.leftQuantity ?? 0 })
  const [id, valueFen] = [newId(), worthOf(batch, input.quantity)]
  const journalId = await postHandOut(context, held, { id, valueFen, onDay: input.onDay })
  await tx.updateTable('charity.batches').set({ leftQuantity: batch.leftQuantity - input.quantity, leftFen: String(batch.leftFen - valueFen) })
    .where('cityId', '=', actor.cityId).where('id', '=', batch.id).execute()
  await tx.insertInto('charity.handOuts').values({
    cityId: actor.cityId, id, scopeCode: held.scopeCode, batchId: batch.id, giftId: held.id, onDay: input.onDay, quantity: input.quantity,
    valueFen: String(valueFen), toUnitId: unit.id, toUnitCode: input.unit, childCount: input.children, householdCount: input.households,
    journalId, handedBy: actor.accountId,
    handedName: actor.personName, handedAt: now,
  }).execute()
  await addReach(context, {
    id: newId(), scopeCode: held.scopeCode, fundId: held.fundId, month: monthOf(input.onDay), unit: { id: unit.id, code: input.unit }, children: input.children,
    households: input.households, source: 'charity.hand-out', sourceId: id,
  })
  await writeGift(context, held, {})
  await recordAudit(context, {
    verb: 'goods.handed-out', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode,
    details: { onDay: input.onDay, quantity: input.quantity, valueFen, journalId },
  })
  return getGiftRow(context, held.id)
}

async function postHandOut(
  context: Context, gift: BookedGift, { id, valueFen, onDay }: { id: string; valueFen: number; onDay: string },
): Promise<string> {
  const { restriction } = await mustBeOpenFund(context, gift)
  const ask = (code: string) => findAccount(context, { bookId: gift.bookId, code, on: onDay, isRestricted: restriction !== 'none' })
  const [charity, goods] = [await ask(accountNumbers.charity), await ask(accountNumbers.goods)]
  const memo = memoOf(gift, '发放捐赠物资')
  const line = lineOf(gift, gift.fundId, memo)
  const posted = await postJournal(context, {
    bookId: gift.bookId, key: `charity.hand-out/${id}`, datedOn: onDay, memo, source: 'charity.hand-out', sourceId: id,
    lines: [{ ...line, accountId: charity, side: 'debit', amountFen: valueFen }, { ...line, accountId: goods, side: 'credit', amountFen: -valueFen }],
  })
  return posted.id
}
