import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** Whether a line was posted to an account, or stands on a voucher that is not discarded. */
export async function isAccountUsed({ tx, actor }: Context, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ isUsed: boolean }>`
    select exists (select 1 from ledger.postings p where p.city_id = ${actor.cityId} and p.account_id = ${accountId})
      or exists (select 1 from ledger.voucher_lines l join ledger.vouchers v on v.city_id = l.city_id and v.id = l.voucher_id
        where l.city_id = ${actor.cityId} and l.account_id = ${accountId} and v.status <> 'discarded') as is_used`.execute(tx)
  return rows[0]?.isUsed === true
}
