import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { BankAccount } from '../../contract.ts'
import { loadBook } from '../load-book.ts'
import { isMovement, isOpenPosting } from './list-open-postings.ts'

/** Bank and cash accounts of a set of books, with what waits to be matched in each. */
export async function listBankAccounts(context: Context, { bookId }: { bookId: string }): Promise<{ items: BankAccount[] }> {
  mustReadBooks(context.actor)
  const { tx, actor } = context
  const book = await loadBook(context, bookId)
  const { rows } = await sql<BankAccount>`
    select a.id, a.code, a.name, a.duty, case when a.duty = 'cash' then 0 else
        (select count(*)::int from ledger.bank_lines l where l.city_id = a.city_id and l.account_id = a.id and l.match_id is null) end as open_lines,
      case when a.duty = 'cash' then 0 else (select count(*)::int from ledger.postings p
        where p.city_id = a.city_id and p.account_id = a.id and ${isMovement} and ${isOpenPosting(actor.cityId)}) end as open_postings,
      (select max(s.until_on) from ledger.bank_statements s where s.city_id = a.city_id and s.account_id = a.id and s.withdrawn_at is null) as statement_until,
      y.bank as layout_bank, coalesce(y.is_verified, false) as is_layout_verified
      from ledger.accounts a left join ledger.known_layouts k on k.city_id = a.city_id and k.account_id = a.id
      left join ledger.bank_layouts y on y.code = k.layout
     where a.city_id = ${actor.cityId} and a.book_id = ${book.id} and a.duty in ('cash', 'bank') and a.is_leaf order by a.code, a.id`.execute(tx)
  return { items: rows }
}
