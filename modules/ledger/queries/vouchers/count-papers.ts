import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** How many papers hang on a voucher. */
export async function countPapers({ tx, actor }: Context, voucherId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ledger.attachments a
    where a.city_id = ${actor.cityId} and a.voucher_id = ${voucherId} and a.removed_at is null`.execute(tx)
  return rows[0]?.count ?? 0
}
