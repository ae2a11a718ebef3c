import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustClosePeriods } from '../../access.ts'
import { loadBook } from '../../queries/load-book.ts'
import { findClosingFindings } from '../../queries/periods/closing-findings.ts'
import { loadPeriod } from '../../queries/periods/period-rows.ts'
import { holdPeriod } from '../../queries/posting-ground.ts'
import { checklistOf, failedChecks } from '../../rules/closing.ts'
import { isYearEnd, nextMonth } from '../../rules/months.ts'
import { postClosing } from '../steps/close-by-rule.ts'
import { insertPeriod } from '../steps/insert-period.ts'

/**
 * Closes a month: nobody posts into it meanwhile; what restricted funds paid for is released, and in December income and cost are carried over.
 * The next month is opened.
 */
export async function closePeriod(
  context: Context, input: { bookId: string; month: number; version: number },
): Promise<{ bookId: string; month: number }> {
  mustClosePeriods(context.actor)
  const { tx, actor, now } = context
  const book = await loadBook(context, input.bookId)
  const of = { bookId: book.id, month: input.month }
  await holdPeriod(context, of)
  const period = await loadPeriod(context, of, { isLocked: true })
  if (period.status === 'closed') throw new Refusal('PERIOD_CLOSED', { month: input.month })
  if (period.version !== input.version) throw new Refusal('STALE', { version: period.version, current: { status: period.status } })
  const failed = failedChecks(checklistOf(await findClosingFindings(context, of), { isYearEnd: isYearEnd(input.month) }))
  if (failed.length > 0) throw new Refusal('CHECKS_FAILED', { failed })
  await postClosing(context, { ...of, scopeCode: book.scopeCode, round: period.reopenedCount })
  await tx.updateTable('ledger.periods')
    .set({ status: 'closed', closedBy: actor.accountId, closedName: actor.personName, closedAt: now, version: period.version + 1 })
    .where('cityId', '=', actor.cityId).where('bookId', '=', book.id).where('month', '=', input.month).execute()
  await tx.insertInto('ledger.periodChanges').values({
    cityId: actor.cityId, id: newId(), scopeCode: book.scopeCode, ...of, change: 'closed', changedBy: actor.accountId, changedName: actor.personName,
      changedAt: now,
  }).execute()
  await insertPeriod(context, { bookId: book.id, scopeCode: book.scopeCode, month: nextMonth(input.month) })
  await recordAudit(context, {
    verb: 'book-period.closed', subjectKind: 'book', subjectId: book.id, scopeCode: book.scopeCode, details: { month: input.month },
  })
  return of
}
