import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustReserveMoney } from '../../access.ts'
import type { Commitment } from '../../contract.ts'
import { getCommitmentRow } from '../../queries/books/commitment-rows.ts'
import { loadBook } from '../../queries/load-book.ts'
import { reserveMoney } from '../steps/commitments.ts'

type Input = { bookId: string; fundId: string; label: string; amount: number; expiresOn?: LocalDate | undefined }

/** Reserves money of a restricted fund by hand. */
export async function reserveCommitment(context: Context, input: Input): Promise<Commitment> {
  mustReserveMoney(context.actor)
  const book = await loadBook(context, input.bookId)
  if (input.expiresOn !== undefined && input.expiresOn < context.today) throw new InvalidInput([{ path: ['expiresOn'], message: '最后一天不能早于今天' }])
  const { fundId, label, amount, expiresOn = null } = input
  const id = await reserveMoney(context, { bookId: book.id, fundId, label, amountFen: amount, expiresOn })
  return getCommitmentRow(context, { bookId: book.id, id })
}
