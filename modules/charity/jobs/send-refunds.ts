import { sql } from 'kysely'
import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import type { Context, RunStep } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { findOnlineOf } from '../commands/steps/ask-for-code.ts'
import { Declined, type OnlineChannel, type RefundNews } from '../exchange/channels/channel.ts'
import { takeRefund } from '../queries/charges/take-payment.ts'
import { askedBefore, isFinalAnswer } from '../rules/charges.ts'

/** Refunds sent or asked after in one turn. */
const atOnce = 20

type Going = { id: string; status: 'wanted' | 'asked'; number: string; amountFen: number; chargeNumber: string; totalFen: number; isFirst: boolean }

/**
 * What goes back the way it was paid is asked of the channel, by the same number until it answers; what is on its way and of which nothing was heard is asked
 * after. Where it cannot go back that way the accountants are told once: it has to be paid back by hand.
 */
export const sendRefunds: JobDefinition = {
  name: 'send-refunds',
  schedule: '* * * * *',
  run: async (context) => {
    await tellOfFailed(context)
    const going = await takeGoing(context)
    const online = going.length === 0 ? undefined : await findOnlineOf(context)
    if (online === undefined) return
    return async (run) => {
      for (const refund of going) await send(run, online.channel, refund)
    }
  },
}

/** Those that were just wanted, and those last asked some minutes ago; noted as asked now. */
async function takeGoing({ tx, actor, now }: Context): Promise<Going[]> {
  const { rows } = await sql<Going>`with going as (
      select r.id, r.asked_at is null as is_first from charity.refunds r
       where r.city_id = ${actor.cityId} and r.status in ('wanted', 'asked')
         and (r.asked_at is null or r.asked_at < ${askedBefore(now)}::timestamptz)
       order by r.asked_at nulls first limit ${atOnce} for update skip locked)
    update charity.refunds r set asked_at = ${now}::timestamptz
      from going, charity.charges c
     where r.city_id = ${actor.cityId} and r.id = going.id and c.city_id = ${actor.cityId} and c.id = r.charge_id
    returning r.id, r.status, r.number, r.amount_fen::float8 as amount_fen, c.number as charge_number, c.amount_fen::float8 as total_fen, going.is_first`
    .execute(tx)
  return rows
}

async function send(run: RunStep, channel: OnlineChannel, refund: Going): Promise<void> {
  const news = await askFor(channel, refund)
  if (news === undefined) return
  await run(async ({ tx, actor }) => {
    if (typeof news !== 'string') {
      await takeRefund({ cityId: actor.cityId, channel: channel.kind, ground: tx }, news)
      return
    }
    await tx.updateTable('charity.refunds').set({ obstacle: news, ...(isFinalAnswer(news) ? { status: 'failed' } : {}) })
      .where('cityId', '=', actor.cityId).where('id', '=', refund.id).where('status', '=', 'wanted').execute()
  })
}

/** How it stands, the code by which the channel declined, or nothing where it was silent or not believed. */
async function askFor(channel: OnlineChannel, { status, isFirst, ...refund }: Going): Promise<RefundNews | string | undefined> {
  try {
    // An answer that was lost is looked for before the same is asked again.
    const known = status === 'asked' || !isFirst ? await channel.findRefund(refund.number) : undefined
    return known ?? await channel.payBack(refund)
  } catch (error) {
    return error instanceof Declined ? error.code : undefined
  }
}

type Failed = { id: string; giftId: string; scopeCode: string }

async function tellOfFailed(context: Context): Promise<void> {
  const { tx, actor, now } = context
  const { rows } = await sql<Failed>`update charity.refunds r set told_at = ${now}::timestamptz
    where r.city_id = ${actor.cityId} and r.status = 'failed' and r.told_at is null returning r.id, r.gift_id, r.scope_code::text as scope_code`.execute(tx)
  for (const { id, giftId, scopeCode } of rows) {
    const people = await findOfficePeople(context, { scopeCode, permission: 'gift.confirm' })
    await sendNotice(context, people, {
      title: '一笔在线捐赠没有能够原路退回', link: `/gifts/${giftId}`, body: '请联系捐赠人，改由银行转账退回，并在银行对账时核对。',
      source: { verb: 'send-refunds', key: id, kind: 'gift', id: giftId },
    })
  }
}
