import type { Context } from '#platform/http/context.ts'
import type { Charge } from '../../contract.ts'

/** The latest charge of a gift; undefined where there never was one. */
export async function findLastCharge({ tx, actor }: Context, giftId: string): Promise<Charge | undefined> {
  const row = await tx.selectFrom('charity.charges').select(['id', 'channel', 'number', 'amountFen', 'codeUrl', 'status', 'expiresAt', 'paidAt', 'obstacle'])
    .where('cityId', '=', actor.cityId).where('giftId', '=', giftId).orderBy('createdAt', 'desc').limit(1).executeTakeFirst()
  if (row === undefined) return undefined
  return {
    ...row, channel: 'wechat', amountFen: Number(row.amountFen), status: row.status as Charge['status'], expiresAt: row.expiresAt.toISOString(),
    paidAt: row.paidAt?.toISOString() ?? null,
  }
}

/** One that may still be paid, or is paid and not booked yet. */
export async function findLiveCharge(context: Context, giftId: string): Promise<Charge | undefined> {
  const charge = await findLastCharge(context, giftId)
  return charge !== undefined && isLiveCharge(charge, context.now) ? charge : undefined
}

/** Whether it may still be paid, or is paid and not booked yet. */
export const isLiveCharge = ({ status, expiresAt }: Pick<Charge, 'status' | 'expiresAt'>, now: Date): boolean =>
  status === 'paid' || (status === 'open' && new Date(expiresAt) > now)
