import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { OwnCharge } from '../../contract.ts'

type Row = Omit<OwnCharge, 'expiresAt'> & { expiresAt: Date }

/** Charges of the donor who asks that are not in the books yet: asked for, waiting for the payment, or paid. */
export async function listOwnCharges({ tx }: Context): Promise<OwnCharge[]> {
  const { rows } = await sql<Row>`select id, gift_id, fund_name, amount_fen, code_url, status, expires_at from access.list_own_charges()`.execute(tx)
  return rows.map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() }))
}

/** One of them. */
export async function findOwnCharge(context: Context, id: string): Promise<OwnCharge | undefined> {
  return (await listOwnCharges(context)).find((charge) => charge.id === id)
}
