import { sql, type RawBuilder } from 'kysely'
import { pageFrom, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { OpenPosting } from '../../contract.ts'
import { behindCursor, inOrder } from '../statements/posting-columns.ts'
import { loadMoneyAccount } from './load-money-account.ts'

/** What was brought in is no movement a bank could show. */
export const isMovement = sql`p.kind = 'ordinary'`
/** Postings `p` that no line of a bank stands beside. */
export const isOpenPosting = (cityId: number): RawBuilder<boolean> => sql`not exists (
  select 1 from ledger.matched_postings m where m.city_id = ${cityId} and m.journal_id = p.journal_id and m.seq = p.seq)`

/** Postings of a bank account that wait in the queue of differences. */
export async function listOpenPostings(
  context: Context, input: { bookId: string; accountId: string; after?: string | undefined; limit: number },
): Promise<Page<OpenPosting>> {
  mustReadBooks(context.actor)
  const { tx, actor } = context
  const account = await loadMoneyAccount(context, input)
  const open = sql`p.account_id = ${account.id} and ${isMovement} and ${isOpenPosting(actor.cityId)}`
  const { rows: [count] } = await sql<{ total: number }>`select count(*)::int as total from ledger.postings p
    where p.city_id = ${actor.cityId} and ${open}`.execute(tx)
  const { rows } = await sql<OpenPosting>`
    select p.journal_id, p.seq, p.dated_on, p.amount_fen::float8 as amount_fen, p.memo, p.month, v.number as voucher_number
      from ledger.postings p
      left join ledger.voucher_journals vj on vj.city_id = p.city_id and vj.journal_id = p.journal_id
      left join ledger.vouchers v on v.city_id = p.city_id and v.id = vj.voucher_id
     where p.city_id = ${actor.cityId} and ${open} and ${behindCursor(input.after)} order by ${inOrder} limit ${input.limit + 1}`.execute(tx)
  return pageFrom(rows, { limit: input.limit, keyOf: ({ datedOn, journalId, seq }) => [datedOn, journalId, seq] }, count?.total ?? 0)
}
