import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { constraintOf } from '#platform/database/transaction.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustMakeVouchers } from '../../access.ts'
import { loadBook } from '../../queries/load-book.ts'
import { isVoucherReversed } from '../../queries/vouchers/is-voucher-reversed.ts'
import { lockVoucher } from '../../queries/vouchers/lock-voucher.ts'
import { readLines } from '../../queries/vouchers/voucher-lines.ts'
import { mirrored } from '../../rules/dimensions.ts'
import { findReversalProblem, isMadeByClosing, monthOf } from '../../rules/posting.ts'
import { insertVoucher, mustFitBooks, recordVoucher } from '../steps/write-voucher.ts'

type Input = { id: string; version: number; datedOn: LocalDate; reason: string }

/** Drafts the red-letter voucher that takes a posted one back, line by line; it is reviewed and posted like any other. */
export async function reverseVoucher(context: Context, input: Input): Promise<{ id: string }> {
  mustMakeVouchers(context.actor)
  const held = await lockVoucher(context, { step: 'reverse', id: input.id, version: input.version })
  if (held.isGathered || isMadeByClosing(held.kind)) throw new Refusal('GATHERED')
  const problem = findReversalProblem({ reversesId: held.reversesId, isReversed: await isVoucherReversed(context, held.id) })
  if (problem !== undefined) throw new Refusal(problem.code, problem.data)
  const book = await loadBook(context, held.bookId)
  const lines = mirrored(await readLines(context, held.id))
  await mustFitBooks(context, { book, datedOn: input.datedOn, lines, commitmentId: null })
  const begun = {
    id: newId(), bookId: book.id, scopeCode: held.scopeCode, datedOn: input.datedOn, kind: held.kind, status: 'draft' as const, paperCount: 0, lines,
    reversesId: held.id, commitmentId: held.commitmentId,
  }
  await insertVoucher(context, begun).catch((error: unknown) => {
    throw constraintOf(error) === 'vouchers_reverses_key' ? new Refusal('REVERSED_BEFORE') : error
  })
  await recordVoucher(context, { ...begun, month: monthOf(input.datedOn) }, { verb: 'voucher.reversed', reason: input.reason, details: { reverses: held.id } })
  return { id: begun.id }
}
