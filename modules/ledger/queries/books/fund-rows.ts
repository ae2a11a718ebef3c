import { sql, type RawBuilder } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { Fund } from '../../contract.ts'

const columns = sql`f.id, f.code, f.name, f.restriction, f.purpose, f.usable_from, f.status, b.balance_fen::float8 as balance_fen,
  b.reserved_fen::float8 as reserved_fen, f.version`
const joined = (cityId: number) => sql`ledger.funds f left join ledger.fund_balances b on b.city_id = ${cityId} and b.fund_id = f.id`

/** Funds of a set of books in the order of their codes. */
export async function readFunds({ tx, actor }: Context, { bookId }: { bookId: string }): Promise<Fund[]> {
  const { rows } = await sql<Fund>`select ${columns} from ${joined(actor.cityId)}
    where f.city_id = ${actor.cityId} and f.book_id = ${bookId} order by f.code`.execute(tx)
  return rows
}

/** One fund of a set of books; not found otherwise. */
export async function getFundRow(
  { tx, actor }: Context, { bookId, id }: { bookId: string; id: string }, lock: RawBuilder<unknown> = sql``,
): Promise<Fund> {
  const { rows } = await sql<Fund>`select ${columns} from ${joined(actor.cityId)}
    where f.city_id = ${actor.cityId} and f.book_id = ${bookId} and f.id = ${id} ${lock}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}
