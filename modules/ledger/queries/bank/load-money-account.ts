import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { loadBook } from '../load-book.ts'

/** A bank or cash account with what is needed of its books. */
export type MoneyAccount = { id: string; bookId: string; scopeCode: string; code: string; name: string; duty: 'cash' | 'bank' }

/** An account of this duty in books the actor may see; refused where it is of another. */
export async function loadMoneyAccount(
  context: Context, { bookId, accountId, duty }: { bookId: string; accountId: string; duty?: 'cash' | 'bank' },
): Promise<MoneyAccount> {
  const book = await loadBook(context, bookId)
  const { rows: [account] } = await sql<{ id: string; code: string; name: string; duty: 'cash' | 'bank' | null }>`
    select a.id, a.code, a.name, a.duty from ledger.accounts a
     where a.city_id = ${context.actor.cityId} and a.book_id = ${book.id} and a.id = ${accountId}`.execute(context.tx)
  if (account === undefined) throw new Refusal('NOT_FOUND')
  if (account.duty === null || (duty !== undefined && account.duty !== duty)) {
    throw new Refusal(duty === undefined ? 'NOT_FOUND' : duty === 'cash' ? 'NOT_CASH' : 'NOT_BANK')
  }
  return { id: account.id, code: account.code, name: account.name, duty: account.duty, bookId: book.id, scopeCode: book.scopeCode }
}
