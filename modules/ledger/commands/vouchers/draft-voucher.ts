import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMakeVouchers } from '../../access.ts'
import type { NewVoucher } from '../../contract.ts'
import { loadBook } from '../../queries/load-book.ts'
import { monthOf } from '../../rules/posting.ts'
import { insertVoucher, mustFitBooks, recordVoucher, typedLines } from '../steps/write-voucher.ts'

/** Begins a voucher; it need not balance until it is submitted. */
export async function draftVoucher(context: Context, input: NewVoucher & { bookId: string }): Promise<{ id: string }> {
  mustMakeVouchers(context.actor)
  const book = await loadBook(context, input.bookId)
  if (input.kind === 'opening' && monthOf(input.datedOn) !== book.startsMonth) throw new Refusal('OPENING_MONTH')
  const [lines, commitmentId] = [await typedLines(context, { bookId: book.id, lines: input.lines }), input.commitmentId ?? null]
  await mustFitBooks(context, { book, datedOn: input.datedOn, lines, commitmentId })
  const begun = {
    id: newId(), bookId: book.id, scopeCode: book.scopeCode, datedOn: input.datedOn, kind: input.kind, status: 'draft' as const,
    paperCount: input.paperCount, lines, commitmentId,
  }
  await insertVoucher(context, begun)
  await recordVoucher(context, { ...begun, month: monthOf(input.datedOn) }, { verb: 'voucher.drafted', details: { lines: lines.length } })
  return { id: begun.id }
}
