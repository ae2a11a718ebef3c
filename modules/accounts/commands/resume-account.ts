import type { Context } from '#platform/http/context.ts'
import { mustManageAccounts } from '../access.ts'
import type { Account } from '../contract.ts'
import { setStatus } from './steps/set-status.ts'

/** Lets a suspended person sign in again. */
export async function resumeAccount(context: Context, input: { id: string; version: number; reason: string }): Promise<Account> {
  mustManageAccounts(context.actor)
  return setStatus(context, { ...input, status: 'active', verb: 'account.resumed' })
}
