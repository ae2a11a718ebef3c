import { sql, type RawBuilder } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { Commitment } from '../../contract.ts'

/** Commitments of a set of books, the latest first. */
export async function readCommitments({ tx, actor }: Context, { bookId, also }: { bookId: string; also: RawBuilder<unknown> }): Promise<Commitment[]> {
  const { rows } = await sql<Commitment>`
    select c.id, c.fund_id, f.name as fund_name, c.label, c.amount_fen::float8 as amount_fen, c.paid_fen::float8 as paid_fen, c.status, c.reserved_on,
      c.expires_on, c.ended_on, c.version
      from ledger.commitments c join ledger.funds f on f.city_id = c.city_id and f.id = c.fund_id
     where c.city_id = ${actor.cityId} and c.book_id = ${bookId} and ${also}
     order by (c.status = 'reserved') desc, c.reserved_on desc, c.id desc limit 500`.execute(tx)
  return rows
}

/** One commitment; not found otherwise. */
export async function getCommitmentRow(context: Context, { bookId, id }: { bookId: string; id: string }): Promise<Commitment> {
  const [row] = await readCommitments(context, { bookId, also: sql`c.id = ${id}` })
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return row
}
