import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustClosePeriods } from '../../access.ts'
import { listBusyAccounts } from '../../queries/archives/archive-rows.ts'
import { loadBook } from '../../queries/load-book.ts'
import { planParts } from '../../rules/archives/plan.ts'

/** Asks for the archive of a closed month; a job makes its files one after the other. */
export async function makeArchive(context: Context, input: { bookId: string; month: number }): Promise<{ id: string }> {
  mustClosePeriods(context.actor)
  const { tx, actor, now } = context
  const book = await loadBook(context, input.bookId, { isLocked: true })
  const { scopeCode } = book
  const of = { bookId: book.id, month: input.month }
  const period = await tx.selectFrom('ledger.periods').select(['status', 'lastNumber']).where('cityId', '=', actor.cityId).where('bookId', '=', of.bookId)
    .where('month', '=', of.month).executeTakeFirst()
  if (period?.status !== 'closed') throw new Refusal('MONTH_OPEN')
  const making = await tx.selectFrom('ledger.archives').select('id').where('cityId', '=', actor.cityId).where('bookId', '=', of.bookId)
    .where('month', '=', of.month).where('status', '=', 'making').executeTakeFirst()
  if (making !== undefined) throw new Refusal('IN_THE_MAKING')
  const id = newId()
  await tx.insertInto('ledger.archives').values({
    cityId: actor.cityId, id, scopeCode, ...of, status: 'making', madeBy: actor.accountId, madeName: actor.personName, madeAt: now,
  }).execute()
  const parts = planParts({ lastNumber: period.lastNumber, accounts: await listBusyAccounts(context, of) })
  await tx.insertInto('ledger.archiveParts')
    .values(parts.map((part, at) => ({ cityId: actor.cityId, id: newId(), archiveId: id, seq: at + 1, scopeCode, ...part }))).execute()
  await recordAudit(context, {
    verb: 'ledger-archive.requested', subjectKind: 'ledger-archive', subjectId: id, scopeCode, details: { month: of.month, parts: parts.length },
  })
  return { id }
}
