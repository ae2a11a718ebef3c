import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context, RunStep } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import type { OnlineChannel } from '../exchange/channels/channel.ts'
import { askQuietly, findOnlineOf } from '../commands/steps/ask-for-code.ts'
import { takePayment } from '../queries/charges/take-payment.ts'
import { askedBefore, findNextStep } from '../rules/charges.ts'

/** Charges asked after in one turn. */
const atOnce = 20

type Asking = { channel: OnlineChannel; now: Date }
type Waiting = { id: string; giftId: string; scopeCode: string; number: string; expiresAt: Date; isOwn: boolean }

/**
 * A callback may be lost: each minute the channel is asked after charges of which nothing was heard for some minutes. What was paid is taken as the
 * callback would have brought it; what expired is closed at the channel first and here then, with the draft a donor made for it.
 */
export const followCharges: JobDefinition = {
  name: 'follow-charges',
  schedule: '* * * * *',
  run: async (context) => {
    const waiting = await takeWaiting(context)
    const online = waiting.length === 0 ? undefined : await findOnlineOf(context)
    if (online === undefined) return
    return async (run) => {
      for (const charge of waiting) await follow(run, { channel: online.channel, now: context.now }, charge)
    }
  },
}

/** Noted as asked now, so that no other turn asks after them too. */
async function takeWaiting({ tx, actor, now }: Context): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`update charity.charges c set asked_at = ${now}::timestamptz
     where c.city_id = ${actor.cityId} and c.id in (select w.id from charity.charges w
       where w.city_id = ${actor.cityId} and w.status in ('asked', 'open') and w.asked_at < ${askedBefore(now)}::timestamptz
       order by w.asked_at limit ${atOnce} for update skip locked)
    returning c.id, c.gift_id, c.scope_code::text as scope_code, c.number, c.expires_at, c.is_own`.execute(tx)
  return rows
}

async function follow(run: RunStep, { channel, now }: Asking, charge: Waiting): Promise<void> {
  const news = await askQuietly(() => channel.findPayment(charge.number))
  if (news === undefined) return
  if (news.state === 'paid') {
    const { payment } = news
    await run(({ tx, actor }) => takePayment({ cityId: actor.cityId, channel: channel.kind, ground: tx }, payment))
    return
  }
  const step = findNextStep(news.state, charge, now)
  const isOver = step === 'end' || (step === 'close' && await askQuietly(async () => { await channel.close(charge.number); return true }) === true)
  if (isOver) await run((context) => endCharge(context, charge))
}

/** Nobody can pay it any more; a draft its donor made for it goes with it. */
async function endCharge(context: Context, { id, giftId, scopeCode, isOwn }: Waiting): Promise<void> {
  const { tx, actor, now, today } = context
  const { numUpdatedRows } = await tx.updateTable('charity.charges').set({ status: 'closed' }).where('cityId', '=', actor.cityId).where('id', '=', id)
    .where('status', 'in', ['asked', 'open']).executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await recordAudit(context, { verb: 'charge.closed', subjectKind: 'gift', subjectId: giftId, scopeCode })
  if (!isOwn) return
  const gift = await tx.updateTable('charity.gifts')
    .set((set) => ({ status: 'discarded', endedOn: today, version: set('version', '+', 1), updatedAt: now }))
    .where('cityId', '=', actor.cityId).where('id', '=', giftId).where('status', '=', 'draft').executeTakeFirst()
  if (gift.numUpdatedRows > 0n) await recordAudit(context, { verb: 'gift.discarded', subjectKind: 'gift', subjectId: giftId, scopeCode })
}
