import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** What an account holds now, debit counted up. */
export async function sumAccount({ tx, actor }: Context, accountId: string): Promise<number> {
  const { rows } = await sql<{ balanceFen: number }>`
    select coalesce(sum(p.amount_fen), 0)::float8 as balance_fen from ledger.postings p
     where p.city_id = ${actor.cityId} and p.account_id = ${accountId}`.execute(tx)
  return rows[0]?.balanceFen ?? 0
}
