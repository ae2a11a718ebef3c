import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMakeVouchers } from '../../access.ts'
import type { NewVoucher } from '../../contract.ts'
import { loadBook } from '../../queries/load-book.ts'
import { lockVoucher } from '../../queries/vouchers/lock-voucher.ts'
import { readLines } from '../../queries/vouchers/voucher-lines.ts'
import { columnTotal } from '../../rules/dimensions.ts'
import { monthOf } from '../../rules/posting.ts'
import { areLinesTyped } from '../../rules/voucher-steps.ts'
import { mustFitBooks, recordVoucher, replaceLines, typedLines, writeVoucher } from '../steps/write-voucher.ts'

/** Writes a draft anew; whoever does is its maker from then on. */
export async function updateVoucher(context: Context, input: NewVoucher & { id: string; version: number }): Promise<{ id: string }> {
  mustMakeVouchers(context.actor)
  const held = await lockVoucher(context, { step: 'edit', id: input.id, version: input.version })
  if (!areLinesTyped(held)) throw new Refusal('LINES_FIXED')
  const book = await loadBook(context, held.bookId)
  if (held.kind === 'opening' && monthOf(input.datedOn) !== book.startsMonth) throw new Refusal('OPENING_MONTH')
  const before = await readLines(context, held.id)
  const [lines, commitmentId] = [await typedLines(context, { bookId: book.id, lines: input.lines, before }), input.commitmentId ?? null]
  await mustFitBooks(context, { book, datedOn: input.datedOn, lines, commitmentId })
  await replaceLines(context, held, lines)
  await writeVoucher(context, held, {
    datedOn: input.datedOn, month: monthOf(input.datedOn), summary: lines[0]?.memo ?? '', totalFen: columnTotal(lines, 'debit'), paperCount: input.paperCount,
    commitmentId, madeBy: context.actor.accountId, madeName: context.actor.personName,
  })
  await recordVoucher(context, held, { verb: 'voucher.updated', details: { lines: lines.length } })
  return { id: held.id }
}
