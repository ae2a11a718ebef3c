import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMakeVouchers } from '../../access.ts'
import { loadBook } from '../../queries/load-book.ts'
import { holdPeriod } from '../../queries/posting-ground.ts'
import { sumLooseLines, listLooseJournals } from '../../queries/vouchers/loose-journals.ts'
import { lastDayOf } from '../../rules/months.ts'
import { insertVoucher, mustFitBooks, recordVoucher } from '../steps/write-voucher.ts'

/** Puts everything other modules posted into a month and that stands in no voucher yet into one, added up by account and dimension. */
export async function gatherVoucher(context: Context, input: { bookId: string; month: number }): Promise<{ id: string }> {
  mustMakeVouchers(context.actor)
  const { tx, actor } = context
  const book = await loadBook(context, input.bookId)
  await holdPeriod(context, { bookId: book.id, month: input.month })
  const journals = await listLooseJournals(context, { bookId: book.id, month: input.month })
  const datedOn = lastDayOf(input.month)
  await mustFitBooks(context, { book, datedOn, lines: [], commitmentId: null })
  if (journals.length === 0) throw new Refusal('NOTHING_TO_GATHER')
  const lines = await sumLooseLines(context, { bookId: book.id, month: input.month, memo: `汇总业务分录${journals.length}笔` })
  const begun = {
    id: newId(), bookId: book.id, scopeCode: book.scopeCode, datedOn, kind: 'ordinary' as const, status: 'draft' as const, paperCount: 0, lines,
      isGathered: true,
  }
  await insertVoucher(context, begun)
  await tx.insertInto('ledger.voucherJournals')
    .columns(['cityId', 'journalId', 'scopeCode', 'voucherId'])
    .expression((from) => from.selectFrom('ledger.journals').select(({ val, cast }) => [
      'cityId', 'id', 'scopeCode', cast<string>(val(begun.id), 'uuid').as('voucherId'),
    ]).where('cityId', '=', actor.cityId).where(sql<boolean>`id = any(${journals}::uuid[])`)).execute()
  await recordVoucher(context, { ...begun, month: input.month }, { verb: 'voucher.gathered', details: { journals: journals.length } })
  return { id: begun.id }
}
