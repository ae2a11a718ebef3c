import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import { dayInChina } from '#platform/values/local-date.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { arriveGift } from '../commands/steps/arrive-gift.ts'
import { findMerchant } from '../exchange/channels/merchant.ts'
import { lockGift } from '../queries/gifts/lock-gift.ts'
import { channelWords } from '../rules/words.ts'

/** Charges booked in one transaction. */
const atOnce = 100

type PaidCharge = { id: string; giftId: string; version: number; transactionNumber: string; paidAt: Date }

/** What was paid online enters the books. What cannot (a closed month, a closed fund) says why on the gift's page and is tried again each minute. */
export const bookCharges: JobDefinition = {
  name: 'book-charges',
  schedule: '* * * * *',
  run: async (context) => {
    const { tx, now, actor: { cityId }, installation: { dataFolder } } = context
    const { rows } = await sql<PaidCharge>`select c.id, c.gift_id, g.version, c.transaction_number, c.paid_at from charity.charges c
      join charity.gifts g on g.city_id = ${cityId} and g.id = c.gift_id
      where c.city_id = ${cityId} and c.status = 'paid' order by c.paid_at limit ${atOnce} for update of c skip locked`.execute(tx)
    if (rows.length === 0) return
    const merchant = await findMerchant({ dataFolder, cityId, now: () => now })
    for (const charge of rows) await tryToBook(context, charge, merchant?.accountId)
  },
}

async function tryToBook(context: Context, charge: PaidCharge, accountId: string | undefined): Promise<void> {
  const { tx } = context
  await sql`savepoint one_charge`.execute(tx)
  try {
    if (accountId === undefined) throw new Refusal('ONLINE_NOT_SET_UP')
    const held = await lockGift(context, { step: 'confirm', id: charge.giftId, version: charge.version })
    const arrival = { receivedOn: dayInChina(charge.paidAt), channel: 'wechat', accountId, bankReference: charge.transactionNumber } as const
    await arriveGift(context, held, { arrival, by: { accountId: null, name: channelWords.wechat } })
    await noteBooked(context, charge, null)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint one_charge`.execute(tx)
    await noteBooked(context, charge, error.code)
  }
}

async function noteBooked({ tx, actor }: Context, { id }: PaidCharge, obstacle: string | null): Promise<void> {
  await tx.updateTable('charity.charges').set({ obstacle, ...(obstacle === null ? { status: 'booked' } : {}) })
    .where('cityId', '=', actor.cityId).where('id', '=', id).execute()
}
