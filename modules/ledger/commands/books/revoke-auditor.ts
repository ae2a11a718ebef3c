import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustGrantBooks } from '../../access.ts'
import { loadBook } from '../../queries/load-book.ts'

/** Closes a set of books to an outside auditor before the last day; a second time changes nothing. */
export async function revokeAuditor(context: Context, input: { bookId: string; id: string }): Promise<{ id: string }> {
  mustGrantBooks(context.actor)
  const { tx, actor, now } = context
  const book = await loadBook(context, input.bookId)
  const held = await tx.selectFrom('ledger.auditors').select(['id', 'accountId', 'revokedAt'])
    .where('cityId', '=', actor.cityId).where('bookId', '=', book.id).where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (held.revokedAt === null) {
    await tx.updateTable('ledger.auditors').set({ revokedAt: now }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
    await recordAudit(context, {
      verb: 'auditor.revoked', subjectKind: 'book', subjectId: book.id, scopeCode: book.scopeCode, details: { accountId: held.accountId },
    })
  }
  return { id: held.id }
}
