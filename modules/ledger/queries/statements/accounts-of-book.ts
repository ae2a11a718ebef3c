import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { AccountKind, Side } from '../../contract.ts'

/** An account as tables of accounts need it. */
export type TreeAccount = { accountId: string; parentId: string | null; code: string; name: string; kind: AccountKind; side: Side; isLeaf: boolean }

/** All accounts of a set of books, of every chart it had, in the order of their numbers. */
export async function readTreeAccounts({ tx, actor }: Context, bookId: string): Promise<TreeAccount[]> {
  const { rows } = await sql<TreeAccount>`
    select a.id as account_id, a.parent_id, a.code, a.name, a.kind, a.side, a.is_leaf
      from ledger.accounts a join ledger.charts c on c.city_id = a.city_id and c.id = a.chart_id
     where a.city_id = ${actor.cityId} and a.book_id = ${bookId} order by a.code, c.valid_from`.execute(tx)
  return rows
}
