import type { Context } from '#platform/http/context.ts'
import { mustReserveMoney } from '../../access.ts'
import type { Commitment } from '../../contract.ts'
import { getCommitmentRow } from '../../queries/books/commitment-rows.ts'
import { loadBook } from '../../queries/load-book.ts'
import { endCommitment } from '../steps/commitments.ts'

/** Releases what is left of a commitment, with a reason. */
export async function releaseCommitment(
  context: Context, input: { bookId: string; id: string; version: number; reason: string },
): Promise<Commitment> {
  mustReserveMoney(context.actor)
  const book = await loadBook(context, input.bookId)
  await endCommitment(context, { bookId: book.id, id: input.id, version: input.version, as: 'released', reason: input.reason })
  return getCommitmentRow(context, { bookId: book.id, id: input.id })
}
