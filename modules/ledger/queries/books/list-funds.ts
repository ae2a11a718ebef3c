import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { Fund } from '../../contract.ts'
import { loadBook } from '../load-book.ts'
import { readFunds } from './fund-rows.ts'

/** Funds of a set of books with what they hold. */
export async function listFunds(context: Context, input: { bookId: string }): Promise<{ items: Fund[] }> {
  mustReadBooks(context.actor)
  const book = await loadBook(context, input.bookId)
  return { items: await readFunds(context, { bookId: book.id }) }
}
