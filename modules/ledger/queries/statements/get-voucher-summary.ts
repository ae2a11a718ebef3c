import { sql } from 'kysely'
import { sumFen } from '#platform/values/money.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { VoucherSummary } from '../../contract.ts'
import { columnsOf } from '../balances.ts'
import { loadBookTitle } from './book-title.ts'

/** The 凭证汇总 of a month: how many vouchers were posted, and what they put into each account. */
export async function getVoucherSummary(context: Context, { bookId, month }: { bookId: string; month: number }): Promise<VoucherSummary> {
  mustReadBooks(context.actor)
  const { tx, actor } = context
  const { bookName, holderName } = await loadBookTitle(context, bookId)
  const { rows: [count] } = await sql<Pick<VoucherSummary, 'vouchers' | 'papers' | 'firstNumber' | 'lastNumber'>>`
    select count(*)::int as vouchers, coalesce(sum(v.paper_count), 0)::int as papers, min(v.number) as first_number, max(v.number) as last_number
      from ledger.vouchers v where v.city_id = ${actor.cityId} and v.book_id = ${bookId} and v.month = ${month} and v.status = 'posted'`.execute(tx)
  const { rows } = await sql<VoucherSummary['rows'][number]>`
    select a.id as account_id, a.code, a.name, sum(d.debit_fen)::float8 as debit_fen, sum(d.credit_fen)::float8 as credit_fen
      from ledger.postings p cross join lateral (select ${columnsOf('p')}) d
      join ledger.voucher_journals vj on vj.city_id = ${actor.cityId} and vj.journal_id = p.journal_id
      join ledger.accounts a on a.city_id = ${actor.cityId} and a.id = p.account_id
     where p.city_id = ${actor.cityId} and p.book_id = ${bookId} and p.month = ${month} group by a.id, a.code, a.name order by a.code, a.id`.execute(tx)
  return {
    bookName, holderName, month, vouchers: count?.vouchers ?? 0, papers: count?.papers ?? 0, firstNumber: count?.firstNumber ?? null,
    lastNumber: count?.lastNumber ?? null, rows, debitFen: sumFen(rows.map(({ debitFen }) => debitFen)),
    creditFen: sumFen(rows.map(({ creditFen }) => creditFen)),
  }
}
