import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBooks } from '../../access.ts'
import type { Account } from '../../contract.ts'
import { getAccountRow } from '../../queries/books/account-rows.ts'
import { sumAccount } from '../../queries/books/sum-account.ts'
import { loadBook } from '../../queries/load-book.ts'
import { initialsOf } from '../steps/initials.ts'

type Input = { bookId: string; id: string; version: number; name: string; isClosed: boolean }

/** Renames an account, closes it from today on when it holds nothing, or opens it again. */
export async function updateAccount(context: Context, input: Input): Promise<Account> {
  mustManageBooks(context.actor)
  const { tx, actor, today } = context
  const book = await loadBook(context, input.bookId)
  const held = await getAccountRow(context, { bookId: book.id, id: input.id }, sql`for update of a`)
  if (held.version !== input.version) throw new Refusal('STALE', { version: held.version, current: { name: held.name, closedOn: held.closedOn } })
  const isClosing = input.isClosed && held.closedOn === null
  if (isClosing && await sumAccount(context, held.id) !== 0) throw new Refusal('ACCOUNT_NOT_EMPTY')
  const closedOn = input.isClosed ? held.closedOn ?? today : null
  await tx.updateTable('ledger.accounts').set({ name: input.name, initials: initialsOf(input.name), closedOn, version: held.version + 1 })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'ledger-account.updated', subjectKind: 'ledger-account', subjectId: held.id, scopeCode: book.scopeCode,
    details: { before: { name: held.name, closedOn: held.closedOn }, after: { name: input.name, closedOn } },
  })
  return getAccountRow(context, { bookId: book.id, id: held.id })
}
