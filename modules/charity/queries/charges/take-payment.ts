import type { Pool } from '#platform/database/pool.ts'

type Payment = { cityId: number; channel: string; nonce: string; number: string; transactionNumber: string; amountFen: number; paidAt: Date }
/** What the database says of a payment it is told of. */
export type Taken = 'taken' | 'known' | 'replayed' | 'unknown' | 'differs'

/** Notes that a charge was paid, once, through the named function of the database: no session brings it. */
export async function takePayment(pool: Pool, { cityId, nonce, channel, number, transactionNumber, amountFen, paidAt }: Payment): Promise<Taken> {
  const { rows: [row] } = await pool.query<{ taken: Taken }>('select access.take_payment($1, $2, $3, $4, $5, $6, $7) as taken',
    [cityId, nonce, channel, number, transactionNumber, amountFen, paidAt])
  if (row === undefined) throw new Error('the payment was not answered')
  return row.taken
}
