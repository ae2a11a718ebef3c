import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** Gives the next number of an open month. The row of the month is held from here to the commit, so no number is lost or given twice. */
export async function giveNumber({ tx, actor }: Context, { bookId, month }: { bookId: string; month: number }): Promise<number> {
  const { rows } = await sql<{ lastNumber: number }>`
    update ledger.periods set last_number = last_number + 1
     where city_id = ${actor.cityId} and book_id = ${bookId} and month = ${month} and status = 'open' returning last_number`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('PERIOD_CLOSED', { month })
  return rows[0].lastNumber
}

/** Notes in which voucher a journal stands. */
export async function linkJournal({ tx, actor }: Context, of: { id: string; scopeCode: string; journalId: string }): Promise<void> {
  await tx.insertInto('ledger.voucherJournals')
    .values({ cityId: actor.cityId, journalId: of.journalId, scopeCode: of.scopeCode, voucherId: of.id }).execute()
}
