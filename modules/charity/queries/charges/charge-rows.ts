import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Charge, Refund } from '../../contract.ts'
import { isLive } from '../../rules/charges.ts'

/** A charge, and when its channel was last asked. */
export type KnownCharge = Charge & { askedAt: string }

/** The latest charge of a gift; undefined where there never was one. One for which the channel gave no code is as none. */
export async function findLastCharge({ tx, actor }: Context, giftId: string): Promise<KnownCharge | undefined> {
  const row = await tx.selectFrom('charity.charges')
    .select(['id', 'channel', 'number', 'amountFen', 'codeUrl', 'status', 'expiresAt', 'paidAt', 'obstacle', 'askedAt'])
    .where('cityId', '=', actor.cityId).where('giftId', '=', giftId).where((is) => is.or([is('status', '<>', 'closed'), is('codeUrl', 'is not', null)]))
    .orderBy('createdAt', 'desc').limit(1).executeTakeFirst()
  if (row === undefined) return undefined
  return {
    ...row, channel: 'wechat', amountFen: Number(row.amountFen), status: row.status as Charge['status'], expiresAt: row.expiresAt.toISOString(),
    paidAt: row.paidAt?.toISOString() ?? null, askedAt: row.askedAt.toISOString(),
  }
}

/** One that may still be paid, or is paid and not booked yet. */
export async function findLiveCharge(context: Context, giftId: string): Promise<KnownCharge | undefined> {
  const charge = await findLastCharge(context, giftId)
  return charge !== undefined && isLive(charge, context.now) ? charge : undefined
}

/** What went or goes back of a gift the way it was paid. */
export async function listRefunds({ tx, actor }: Context, giftId: string): Promise<Refund[]> {
  const { rows } = await sql<Refund & { at: Date | null; made: Date }>`select r.id, r.amount_fen::float8 as amount_fen, r.status, r.obstacle,
      r.returned_at as at, r.created_at as made
    from charity.refunds r where r.city_id = ${actor.cityId} and r.gift_id = ${giftId} order by r.id`.execute(tx)
  return rows.map(({ at, made, ...rest }) => ({ ...rest, returnedAt: at?.toISOString() ?? null, createdAt: made.toISOString() }))
}
