import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { HeldGift } from '../../queries/gifts/lock-gift.ts'
import { onlinePartOf } from '../../rules/charges.ts'

type Paid = { id: string; paidFen: number; returnedFen: number }

/** What goes back of a gift that was paid online is wanted of its channel: never more than what is left of the payment. The job asks the channel. */
export async function wantRefund(context: Context, gift: HeldGift, amountFen: number): Promise<void> {
  const { tx, actor, now } = context
  const { rows: [paid] } = await sql<Paid>`select c.id, c.amount_fen::float8 as paid_fen, (select coalesce(sum(r.amount_fen), 0)::float8 from charity.refunds r
      where r.city_id = ${actor.cityId} and r.charge_id = c.id and r.status <> 'failed') as returned_fen
    from charity.charges c where c.city_id = ${actor.cityId} and c.gift_id = ${gift.id} and c.status = 'booked'`.execute(tx)
  const fen = paid === undefined ? 0 : onlinePartOf(amountFen, paid)
  if (paid === undefined || fen === 0) return
  await tx.insertInto('charity.refunds').values({
    cityId: actor.cityId, id: newId(), scopeCode: gift.scopeCode, giftId: gift.id, chargeId: paid.id, number: randomBytes(16).toString('hex'),
    amountFen: String(fen), status: 'wanted', madeBy: actor.accountId, madeName: actor.personName, createdAt: now,
  }).execute()
  await recordAudit(context, { verb: 'refund.wanted', subjectKind: 'gift', subjectId: gift.id, scopeCode: gift.scopeCode, details: { amountFen: fen } })
}
