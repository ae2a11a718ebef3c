import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustConcernAnother } from '../../access.ts'
import type { Account } from '../../contract.ts'
import { readAccount } from '../../queries/list-accounts.ts'
import { lockAccount, type LockedAccount } from '../../queries/lock-account.ts'

/** What is to become of an account. */
export type StatusChange = { id: string; version: number; reason: string; status: Account['status']; verb: string }

/** Sets where an account stands, after what the caller does `before`; one that may not sign in is cut off everywhere. */
export async function setStatus(context: Context, change: StatusChange, before?: (account: LockedAccount) => Promise<void>): Promise<Account> {
  const { tx, actor } = context
  mustConcernAnother(actor, change.id)
  const account = await lockAccount(context, change.id, change.version)
  if (account.status === 'closed') throw new Refusal('ACCOUNT_CLOSED')
  await before?.(account)
  await tx.updateTable('accounts.accounts').set((is) => ({ status: change.status, version: is('version', '+', 1) }))
    .where('cityId', '=', actor.cityId).where('id', '=', account.id).execute()
  if (change.status !== 'active') await sql`select access.end_account_sessions(${account.id}::uuid)`.execute(tx)
  await recordAudit(context, { verb: change.verb, subjectKind: 'account', subjectId: account.id, scopeCode: account.scopeCode, reason: change.reason })
  return readAccount(context, account.id)
}
