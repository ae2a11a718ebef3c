import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { Commitment } from '../../contract.ts'
import { loadBook } from '../load-book.ts'
import { readCommitments } from './commitment-rows.ts'

/** Commitments of a set of books, those that are open first. */
export async function listCommitments(context: Context, input: { bookId: string; fundId?: string | undefined }): Promise<{ items: Commitment[] }> {
  mustReadBooks(context.actor)
  const book = await loadBook(context, input.bookId)
  return { items: await readCommitments(context, { bookId: book.id, also: input.fundId === undefined ? sql`true` : sql`c.fund_id = ${input.fundId}` }) }
}
