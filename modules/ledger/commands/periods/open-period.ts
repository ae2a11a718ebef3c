import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustClosePeriods } from '../../access.ts'
import { loadBook } from '../../queries/load-book.ts'
import { findEdges } from '../../queries/periods/period-rows.ts'
import { nextMonth } from '../../rules/months.ts'
import { insertPeriod } from '../steps/insert-period.ts'

/** Opens the month after the last one. */
export async function openPeriod(context: Context, input: { bookId: string; month: number }): Promise<{ bookId: string; month: number }> {
  mustClosePeriods(context.actor)
  const book = await loadBook(context, input.bookId, { isLocked: true })
  if (book.status === 'closed') throw new Refusal('BOOK_CLOSED')
  const { last } = await findEdges(context, book.id)
  if (last !== null && input.month <= last && input.month >= book.startsMonth) throw new Refusal('PERIOD_EXISTS')
  const next = last === null ? book.startsMonth : nextMonth(last)
  if (input.month !== next) throw new Refusal('NOT_NEXT_MONTH', { next })
  await insertPeriod(context, { bookId: book.id, scopeCode: book.scopeCode, month: next })
  await recordAudit(context, {
    verb: 'book-period.opened', subjectKind: 'book', subjectId: book.id, scopeCode: book.scopeCode, details: { month: next },
  })
  return { bookId: book.id, month: next }
}
