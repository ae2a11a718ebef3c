import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustConcernAnother, mustGivePasswords } from '../access.ts'
import type { Account } from '../contract.ts'
import { readAccount } from '../queries/list-accounts.ts'
import { lockAccount } from '../queries/lock-account.ts'
import { mayGivePasswordTo } from '../queries/find-password-help.ts'
import { giveFirstPassword } from './steps/first-password.ts'

/** Resets a forgotten password: the office of the person's own unit does it, the security administrator is told by a job. */
export async function givePassword(context: Context, input: { id: string; reason: string }): Promise<{ account: Account; firstPassword: string }> {
  const { actor } = context
  mustGivePasswords(actor)
  mustConcernAnother(actor, input.id)
  const account = await lockAccount(context, input.id)
  if (account.status === 'closed') throw new Refusal('ACCOUNT_CLOSED')
  if (!await mayGivePasswordTo(context, account.id)) throw new Refusal('NOT_OWN_OFFICE')
  const firstPassword = await giveFirstPassword(context, account.id)
  await recordAudit(context, {
    verb: 'password.given', subjectKind: 'account', subjectId: account.id, scopeCode: account.scopeCode, reason: input.reason,
    details: { personName: account.personName, unitId: account.unitId } })
  return { account: await readAccount(context, account.id), firstPassword }
}
