import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayInLedger, mustReadBooks } from '../../access.ts'
import type { Book } from '../../contract.ts'
import { readBooks } from './book-rows.ts'

/** One set of books with its charts, and what the caller may do in it. */
export async function getBook(context: Context, input: { id: string }): Promise<Book> {
  mustReadBooks(context.actor)
  const { tx, actor } = context
  const [row] = await readBooks(context, sql`b.id = ${input.id}`)
  if (row === undefined) throw new Refusal('NOT_FOUND')
  const charts = await tx.selectFrom('ledger.charts').select(['id', 'name', 'validFrom', 'status', 'source'])
    .where('cityId', '=', actor.cityId).where('bookId', '=', row.id).orderBy('validFrom', 'desc').execute()
  const may = (permission: string) => mayInLedger(actor, permission)
  return {
    ...row, charts: charts.map((chart) => ({ ...chart, status: chart.status as 'draft' | 'valid' })),
    may: {
      manage: may('book.manage'), grant: may('book.grant'), make: may('voucher.make'), review: may('voucher.review'), post: may('voucher.post'),
      close: may('book-period.close'), reopen: may('book-period.reopen'), reserve: may('commitment.reserve'), attach: may('voucher.attach'),
    },
  }
}
