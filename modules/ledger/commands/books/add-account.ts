import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBooks } from '../../access.ts'
import type { Account, CostClass } from '../../contract.ts'
import { getAccountRow } from '../../queries/books/account-rows.ts'
import { isAccountUsed } from '../../queries/books/is-account-used.ts'
import { loadBook } from '../../queries/load-book.ts'
import { initialsOf } from '../steps/initials.ts'

type Input = { bookId: string; parentId: string; code: string; name: string; costClass?: CostClass | undefined }

/** Adds an account below another one, which from then on only adds up. One that lines were posted to cannot be divided. */
export async function addAccount(context: Context, input: Input): Promise<Account> {
  mustManageBooks(context.actor)
  const { tx, actor, now } = context
  const book = await loadBook(context, input.bookId, { isLocked: true })
  const parent = await getAccountRow(context, { bookId: book.id, id: input.parentId }, sql`for update of a`)
  if (parent.closedOn !== null) throw new Refusal('ACCOUNT_CLOSED', { seq: 1, code: parent.code })
  if (!input.code.startsWith(parent.code) || input.code.length <= parent.code.length) throw new Refusal('CODE_NOT_BELOW')
  if (parent.isLeaf && await isAccountUsed(context, parent.id)) throw new Refusal('ACCOUNT_USED')
  const taken = await tx.selectFrom('ledger.accounts').select('id')
    .where('cityId', '=', actor.cityId).where('chartId', '=', parent.chartId).where('code', '=', input.code).executeTakeFirst()
  if (taken !== undefined) throw new Refusal('SAME_CODE')
  const id = newId()
  const { chartId, kind, side, duty } = parent
  await tx.insertInto('ledger.accounts').values({
    cityId: actor.cityId, id, scopeCode: book.scopeCode, bookId: book.id, chartId, parentId: parent.id, code: input.code, name: input.name,
    initials: initialsOf(input.name), kind, side, duty, costClass: kind === 'cost' ? input.costClass ?? parent.costClass : null, createdAt: now,
  }).execute()
  await tx.updateTable('ledger.accounts').set({ isLeaf: false, version: parent.version + 1 })
    .where('cityId', '=', actor.cityId).where('id', '=', parent.id).execute()
  await recordAudit(context, {
    verb: 'ledger-account.added', subjectKind: 'ledger-account', subjectId: id, scopeCode: book.scopeCode, details: { code: input.code, name: input.name },
  })
  return getAccountRow(context, { bookId: book.id, id })
}
