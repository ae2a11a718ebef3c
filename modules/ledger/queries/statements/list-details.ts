import { sql } from 'kysely'
import type { z } from 'zod'
import { pageFrom, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { DetailRow, OfDetail } from '../../contract.ts'
import { getAccountRow } from '../books/account-rows.ts'
import { columnsOf, monthBalances } from '../balances.ts'
import { loadBook } from '../load-book.ts'
import { behindCursor, inOrder, listedColumns, orderKey, withListed } from './posting-columns.ts'

type Wish = z.output<typeof OfDetail> & { after?: string | undefined; limit: number }
type DetailPage = Page<DetailRow> & { openingFen: number; closingFen: number; code: string; name: string }

/** The 明细账 of an account and those below it: line by line with what it held after each. */
export async function listDetails(context: Context, input: Wish): Promise<DetailPage> {
  mustReadBooks(context.actor)
  const book = await loadBook(context, input.bookId)
  const account = await getAccountRow(context, { bookId: book.id, id: input.accountId })
  const ids = await withThoseBelow(context, account.id)
  const openingFen = await readHeldBefore(context, { bookId: book.id, ids, month: input.fromMonth })
  const { cityId } = context.actor
  const lines = sql`p.book_id = ${book.id} and p.account_id = any(${ids}::uuid[])
    and p.month between ${input.fromMonth} and ${input.untilMonth}`
  const { rows: [sum] } = await sql<{ total: number; passedFen: number; allFen: number }>`
    select count(*)::int as total, coalesce(sum(p.amount_fen) filter (where ${behindCursor(input.after, { isBefore: true })}), 0)::float8 as passed_fen,
      coalesce(sum(p.amount_fen), 0)::float8 as all_fen from ledger.postings p where p.city_id = ${cityId} and ${lines}`.execute(context.tx)
  const { rows } = await sql<Omit<DetailRow, 'balanceFen'>>`
    select ${listedColumns}, d.debit_fen::float8 as debit_fen, d.credit_fen::float8 as credit_fen
      from ledger.postings p cross join lateral (select ${columnsOf('p')}) d ${withListed(context)}
     where p.city_id = ${cityId} and ${lines} and ${behindCursor(input.after)} order by ${inOrder} limit ${input.limit + 1}`.execute(context.tx)
  let balanceFen = openingFen + (sum?.passedFen ?? 0)
  const listed = rows.map((row) => ({ ...row, balanceFen: balanceFen += row.debitFen - row.creditFen }))
  return {
    ...pageFrom(listed, { limit: input.limit, keyOf: orderKey }, sum?.total ?? 0), openingFen, closingFen: openingFen + (sum?.allFen ?? 0), code: account.code,
    name: account.name,
  }
}

async function withThoseBelow({ tx, actor }: Context, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select a.id from ledger.accounts a where a.city_id = ${actor.cityId} and a.id = ${id}
      union all select a.id from below b join ledger.accounts a on a.city_id = ${actor.cityId} and a.parent_id = b.id)
    select b.id from below b`.execute(tx)
  return rows.map((row) => row.id)
}

async function readHeldBefore(context: Context, { bookId, ids, month }: { bookId: string; ids: readonly string[]; month: number }): Promise<number> {
  const from = await monthBalances(context, { bookId, untilMonth: month - 1 })
  const { rows } = await sql<{ heldFen: number }>`
    select coalesce(sum(s.debit_fen - s.credit_fen), 0)::float8 as held_fen from ${from} where s.account_id = any(${[...ids]}::uuid[])`.execute(context.tx)
  return rows[0]?.heldFen ?? 0
}
