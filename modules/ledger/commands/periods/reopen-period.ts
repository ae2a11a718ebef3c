import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReopenPeriods } from '../../access.ts'
import { loadBook } from '../../queries/load-book.ts'
import { findConversion } from '../../queries/charts/chart-rows.ts'
import { findEdges, loadPeriod } from '../../queries/periods/period-rows.ts'
import { holdPeriod } from '../../queries/posting-ground.ts'
import { nextMonth } from '../../rules/months.ts'

/** Opens the last closed month again, with a reason that stays on record. What its closing posted stays; closing it again posts the difference. */
export async function reopenPeriod(
  context: Context, input: { bookId: string; month: number; version: number; reason: string },
): Promise<{ bookId: string; month: number }> {
  mustReopenPeriods(context.actor)
  const { tx, actor, now } = context
  const book = await loadBook(context, input.bookId)
  const of = { bookId: book.id, month: input.month }
  await holdPeriod(context, of)
  const period = await loadPeriod(context, of, { isLocked: true })
  if (period.status === 'open') throw new Refusal('PERIOD_OPEN')
  if (period.version !== input.version) throw new Refusal('STALE', { version: period.version, current: { status: period.status } })
  const { lastClosed } = await findEdges(context, book.id)
  if (lastClosed !== null && lastClosed !== input.month) throw new Refusal('NOT_LAST_CLOSED', { last: lastClosed })
  if (await findConversion(context, { bookId: book.id, month: nextMonth(input.month) }) !== null) throw new Refusal('CONVERTED')
  await tx.updateTable('ledger.periods')
    .set({ status: 'open', closedBy: null, closedName: null, closedAt: null, reopenedCount: period.reopenedCount + 1, version: period.version + 1 })
    .where('cityId', '=', actor.cityId).where('bookId', '=', book.id).where('month', '=', input.month).execute()
  await tx.insertInto('ledger.periodChanges').values({
    cityId: actor.cityId, id: newId(), scopeCode: book.scopeCode, ...of, change: 'reopened', reason: input.reason, changedBy: actor.accountId,
    changedName: actor.personName, changedAt: now,
  }).execute()
  await recordAudit(context, {
    verb: 'book-period.reopened', subjectKind: 'book', subjectId: book.id, scopeCode: book.scopeCode, reason: input.reason, details: { month: input.month },
  })
  return of
}
