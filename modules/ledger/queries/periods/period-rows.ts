import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** A month as commands ask of it. */
export type HeldPeriod = { month: number; status: 'open' | 'closed'; lastNumber: number; reopenedCount: number; version: number }

/** A month of a set of books; not found where it was never opened. */
export async function loadPeriod({ tx, actor }: Context, of: { bookId: string; month: number }, { isLocked = false } = {}): Promise<HeldPeriod> {
  const asked = tx.selectFrom('ledger.periods').select(['month', 'status', 'lastNumber', 'reopenedCount', 'version'])
    .where('cityId', '=', actor.cityId).where('bookId', '=', of.bookId).where('month', '=', of.month)
  const row = await (isLocked ? asked.forUpdate() : asked).executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return { ...row, status: row.status as 'open' | 'closed' }
}

/** First and last month of a set of books that were opened, and the last that is closed. */
export async function findEdges({ tx, actor }: Context, bookId: string): Promise<{ last: number | null; lastClosed: number | null }> {
  const rows = await tx.selectFrom('ledger.periods').select(['month', 'status']).where('cityId', '=', actor.cityId).where('bookId', '=', bookId)
    .orderBy('month', 'desc').execute()
  return { last: rows[0]?.month ?? null, lastClosed: rows.find(({ status }) => status === 'closed')?.month ?? null }
}
