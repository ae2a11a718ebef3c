import { sql } from 'kysely'
import { sumFen } from '#platform/values/money.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { Difference, Reconciliation } from '../../contract.ts'
import { lastDayOf } from '../../rules/months.ts'
import { loadBookTitle } from '../statements/book-title.ts'
import { isMovement } from './list-open-postings.ts'
import { loadMoneyAccount } from './load-money-account.ts'

/**
 * The 银行存款余额调节表 of a month's end: the two balances and what only one side had by then. A pair that met later was a difference then, so that
 * the table of a month stays what it was.
 */
export async function getReconciliation(context: Context, input: { bookId: string; accountId: string; month: number }): Promise<Reconciliation> {
  mustReadBooks(context.actor)
  const [title, account] = [await loadBookTitle(context, input.bookId), await loadMoneyAccount(context, input)]
  const on = lastDayOf(input.month)
  const [bookFen, bankFen] = [await readBookFen(context, account.id, on), await readBankFen(context, account.id, on)]
  const [lines, postings] = [await readOpenLines(context, account.id, on), await readOpenPostings(context, account.id, on)]
  const [bankIn, bankOut] = [lines.filter(({ amountFen }) => amountFen > 0), lines.filter(({ amountFen }) => amountFen < 0)]
  const [bookIn, bookOut] = [postings.filter(({ amountFen }) => amountFen > 0), postings.filter(({ amountFen }) => amountFen < 0)]
  const total = (differences: readonly Difference[]) => sumFen(differences.map(({ amountFen }) => amountFen))
  return {
    bookName: title.bookName, holderName: title.holderName, accountName: `${account.code} ${account.name}`, month: input.month, bookFen, bankFen,
    bankIn, bankOut, bookIn, bookOut, adjustedBookFen: bookFen + total(lines), adjustedBankFen: bankFen === null ? null : bankFen + total(postings),
  }
}

async function readBookFen({ tx, actor }: Context, accountId: string, on: string): Promise<number> {
  const { rows } = await sql<{ fen: number }>`select coalesce(sum(p.amount_fen), 0)::float8 as fen from ledger.postings p
    where p.city_id = ${actor.cityId} and p.account_id = ${accountId} and p.dated_on <= ${on}::date`.execute(tx)
  return rows[0]?.fen ?? 0
}

/** The last balance the bank told by a day; where two files have lines of one day, what came in later is later. */
async function readBankFen({ tx, actor }: Context, accountId: string, on: string): Promise<number | null> {
  const { rows } = await sql<{ fen: number | null }>`select l.balance_fen::float8 as fen from ledger.bank_lines l
    join ledger.bank_statements s on s.city_id = ${actor.cityId} and s.id = l.statement_id
    where l.city_id = ${actor.cityId} and l.account_id = ${accountId} and l.booked_on <= ${on}::date
    order by l.booked_on desc, s.imported_at desc, l.seq desc limit 1`.execute(tx)
  return rows[0]?.fen ?? null
}

async function readOpenLines({ tx, actor }: Context, accountId: string, on: string): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    select l.booked_on as on, concat_ws(' ', nullif(l.counterparty, ''), nullif(l.summary, ''), nullif(l.reference, '')) as text,
      l.amount_fen::float8 as amount_fen
      from ledger.bank_lines l
     where l.city_id = ${actor.cityId} and l.account_id = ${accountId} and l.booked_on <= ${on}::date and (l.match_id is null or exists (
       select 1 from ledger.matched_postings m join ledger.postings p on p.city_id = m.city_id and p.journal_id = m.journal_id and p.seq = m.seq
        where m.city_id = l.city_id and m.match_id = l.match_id and p.dated_on > ${on}::date)) order by l.booked_on, l.seq`.execute(tx)
  return rows
}

async function readOpenPostings({ tx, actor }: Context, accountId: string, on: string): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    select p.dated_on as on, p.memo as text, p.amount_fen::float8 as amount_fen from ledger.postings p
      left join ledger.matched_postings m on m.city_id = p.city_id and m.journal_id = p.journal_id and m.seq = p.seq
     where p.city_id = ${actor.cityId} and p.account_id = ${accountId} and ${isMovement} and p.dated_on <= ${on}::date
       and (m.match_id is null or exists (
        select 1 from ledger.bank_lines l where l.city_id = m.city_id and l.match_id = m.match_id and l.booked_on > ${on}::date))
     order by p.dated_on, p.journal_id, p.seq`.execute(tx)
  return rows
}
