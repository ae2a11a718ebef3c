import { CompiledQuery } from 'kysely'
import type { Tx } from '#platform/database/kysely.ts'
import type { Pool } from '#platform/database/pool.ts'
import type { Payment, RefundNews } from '../../exchange/channels/channel.ts'

/** What the database says of news of a channel: noted, known before, the very same callback, of no charge of ours, or of another amount. */
export type Taken = 'taken' | 'known' | 'replayed' | 'unknown' | 'differs'
/** Where the named functions of the database are called: the pool where no session brings the news, the transaction of a job that asked for it. */
export type Asking = { cityId: number; channel: string; ground: Pool | Tx }

/** Notes that a charge was paid, once. */
export async function takePayment(asking: Asking, { nonce, number, transactionNumber, amountFen, paidAt }: Payment): Promise<Taken> {
  return callNamed(asking.ground, 'select access.take_payment($1, $2, $3, $4, $5, $6, $7) as taken',
    [asking.cityId, nonce, asking.channel, number, transactionNumber, amountFen, paidAt])
}

/** Notes how a refund stands at the channel, once. */
export async function takeRefund(asking: Asking, { nonce, number, channelNumber, amountFen, status, at }: RefundNews): Promise<Taken> {
  return callNamed(asking.ground, 'select access.take_refund($1, $2, $3, $4, $5, $6, $7, $8) as taken',
    [asking.cityId, nonce, asking.channel, number, channelNumber, amountFen, status, at])
}

async function callNamed(ground: Pool | Tx, text: string, values: readonly unknown[]): Promise<Taken> {
  const { rows: [row] } = 'executeQuery' in ground ? await ground.executeQuery<{ taken: Taken }>(CompiledQuery.raw(text, [...values]))
    : await ground.query<{ taken: Taken }>(text, [...values])
  if (row === undefined) throw new Error('the news of the channel was not answered')
  return row.taken
}
