import { randomBytes } from 'node:crypto'
import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { Arrival } from '../../contract.ts'
import { mustBeOpenFund } from '../../queries/gifts/giving-books.ts'
import type { HeldGift } from '../../queries/gifts/lock-gift.ts'
import { loadDonor } from '../../queries/donors/donor-rows.ts'
import { codeLength, makeTraceCode } from '../../rules/trace-code.ts'
import { appendChange, countGift, postGift } from './book-gift.ts'
import { checkParties } from './check-parties.ts'
import { followAgreement } from './meet-agreement.ts'
import { writeGift } from './write-gift.ts'

/** Who found that a gift arrived: an accountant, or a channel that said so. */
export type Finder = { accountId: string | null; name: string }

/** A gift that arrived enters the books, gets the code by which its donor follows it, and meets its instalment. */
export async function arriveGift(context: Context, held: HeldGift, { arrival, by }: { arrival: Omit<Arrival, 'id' | 'version'>; by: Finder }): Promise<void> {
  const { restriction } = await mustBeOpenFund(context, held)
  const { amountFen, fundId } = held
  const { receivedOn } = arrival
  const journalId = await postGift(context, held, {
    amountFen, fundId, restriction, accountId: arrival.accountId ?? null, on: receivedOn, key: `charity.gift/${held.id}/1`,
  })
  await writeGift(context, held, {
    status: 'confirmed', receivedOn, channel: arrival.channel ?? null, accountId: arrival.accountId ?? null, bankReference: arrival.bankReference ?? null,
    journalId, traceCode: makeTraceCode(context.actor.cityId, randomBytes(codeLength)), confirmedBy: by.accountId, confirmedName: by.name,
  })
  if (held.form === 'goods') await stockGoods(context, held, arrival)
  await appendChange(context, held, { change: 'confirmed', onDay: receivedOn, amountFen, fundId, journalId, reason: null })
  await countGift(context, held, { amountFen, restriction, on: receivedOn })
  await followAgreement(context, held.agreementId)
  await checkParties(context, { ...held, kind: 'gift' }, await loadDonor(context, held.donorId))
  await recordAudit(context, {
    verb: 'gift.confirmed', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode, details: { receivedOn, amountFen, fundId, journalId },
  })
}

async function stockGoods({ tx, actor }: Context, gift: HeldGift, { place, useBy }: Pick<Arrival, 'place' | 'useBy'>): Promise<void> {
  const quantity = gift.quantity ?? 0
  await tx.insertInto('charity.batches').values({
    cityId: actor.cityId, id: newId(), scopeCode: gift.scopeCode, giftId: gift.id, quantity, leftQuantity: quantity, valueFen: String(gift.amountFen),
    leftFen: String(gift.amountFen), place: place ?? null, useBy: useBy ?? null,
  }).execute()
}
