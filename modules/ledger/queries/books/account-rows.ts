import { sql, type RawBuilder } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { Account } from '../../contract.ts'

const columns = sql`a.id, a.chart_id, a.parent_id, a.code, a.name, a.initials, a.kind, a.side, a.duty, a.cost_class, a.is_leaf, a.closed_on,
  a.successor_id, a.form_code, a.version`

/** Accounts of a chart in the order of their numbers. */
export async function readAccounts({ tx, actor }: Context, { chartId }: { chartId: string }): Promise<Account[]> {
  const { rows } = await sql<Account>`select ${columns} from ledger.accounts a
    where a.city_id = ${actor.cityId} and a.chart_id = ${chartId} order by a.code`.execute(tx)
  return rows
}

/** One account of a set of books; not found otherwise. */
export async function getAccountRow(
  { tx, actor }: Context, { bookId, id }: { bookId: string; id: string }, lock: RawBuilder<unknown> = sql``,
): Promise<Account> {
  const { rows } = await sql<Account>`select ${columns} from ledger.accounts a
    where a.city_id = ${actor.cityId} and a.book_id = ${bookId} and a.id = ${id} ${lock}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}
