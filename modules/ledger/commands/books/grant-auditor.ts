import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import { mustGrantBooks } from '../../access.ts'
import { findAuditorCandidates } from '../../queries/books/list-auditors.ts'
import { loadBook } from '../../queries/load-book.ts'

/** Longest time for which books are opened to somebody from outside. */
const mostDays = 366

/** Opens one set of books to an outside auditor from today until a day. */
export async function grantAuditor(
  context: Context, input: { bookId: string; accountId: string; untilOn: LocalDate; reason: string },
): Promise<{ id: string }> {
  mustGrantBooks(context.actor)
  const { tx, actor, today, now } = context
  const book = await loadBook(context, input.bookId)
  if (input.untilOn < today) throw new InvalidInput([{ path: ['untilOn'], message: '最后一天不能早于今天' }])
  if (input.untilOn > addDays(today, mostDays)) throw new Refusal('GRANT_TOO_LONG')
  const account = await tx.selectFrom('accounts.publishedAccounts').select('id').where('cityId', '=', actor.cityId).where('id', '=',
    input.accountId).executeTakeFirst()
  if (account === undefined) throw new Refusal('NOT_FOUND')
  const candidates = await findAuditorCandidates(context, book.scopeCode)
  if (!candidates.some(({ accountId }) => accountId === input.accountId)) throw new Refusal('NOT_AN_AUDITOR')
  const id = newId()
  await tx.insertInto('ledger.auditors').values({
    cityId: actor.cityId, id, scopeCode: book.scopeCode, bookId: book.id, accountId: input.accountId, fromOn: today, untilOn: input.untilOn,
      reason: input.reason,
    grantedBy: actor.accountId, grantedAt: now,
  }).execute()
  await recordAudit(context, {
    verb: 'auditor.granted', subjectKind: 'book', subjectId: book.id, scopeCode: book.scopeCode, reason: input.reason,
    details: { accountId: input.accountId, untilOn: input.untilOn },
  })
  return { id }
}
