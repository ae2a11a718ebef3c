import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageAccounts } from '../access.ts'
import type { Account } from '../contract.ts'
import { listHeldRoles, listHolders, type LockedAccount } from '../queries/lock-account.ts'
import { isAdministrator } from '../rules/roles.ts'
import { setStatus } from './steps/set-status.ts'

/** Closes the account of somebody who left: signed out everywhere, all rights taken back. The account stays as the name in old records. */
export async function closeAccount(context: Context, input: { id: string; version: number; reason: string }): Promise<Account> {
  mustManageAccounts(context.actor)
  return setStatus(context, { ...input, status: 'closed', verb: 'account.closed' }, async (account) => {
    await refuseLastAdministrator(context, account)
    await revokeAll(context, account)
  })
}

async function refuseLastAdministrator(context: Context, account: LockedAccount): Promise<void> {
  for (const role of (await listHeldRoles(context, account.id)).filter(isAdministrator)) {
    const others = (await listHolders(context, role)).filter((holder) => holder !== account.id)
    if (others.length === 0) throw new Refusal('LAST_ADMINISTRATOR')
  }
}

async function revokeAll({ tx, actor, now }: Context, account: LockedAccount): Promise<void> {
  await tx.updateTable('accounts.grants').set({ revokedAt: now, revokedBy: actor.accountId }).where('cityId', '=', actor.cityId)
    .where('accountId', '=', account.id).where('revokedAt', 'is', null).execute()
  await sql`select access.revoke_delegations(${account.id}::uuid, ${actor.accountId}::uuid)`.execute(tx)
}
