import type { Context } from '#platform/http/context.ts'
import { mustManageAccounts } from '../access.ts'
import type { Account } from '../contract.ts'
import { setStatus } from './steps/set-status.ts'

/** Keeps somebody from signing in for now; rights stay and hold again later. */
export async function suspendAccount(context: Context, input: { id: string; version: number; reason: string }): Promise<Account> {
  mustManageAccounts(context.actor)
  return setStatus(context, { ...input, status: 'suspended', verb: 'account.suspended' })
}
