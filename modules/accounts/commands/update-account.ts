import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustConcernAnother, mustManageAccounts } from '../access.ts'
import type { Account } from '../contract.ts'
import { findHomeUnit } from '../queries/find-home-unit.ts'
import { readAccount } from '../queries/list-accounts.ts'
import { lockAccount } from '../queries/lock-account.ts'

type Input = { id: string; version: number; personName: string; phone: string | null; unitId: string }

/** Corrects name, telephone and home unit; the home unit's office is the one that helps with a forgotten password. */
export async function updateAccount(context: Context, input: Input): Promise<Account> {
  const { tx, actor } = context
  mustManageAccounts(actor)
  mustConcernAnother(actor, input.id)
  const account = await lockAccount(context, input.id, input.version)
  if (account.status === 'closed') throw new Refusal('ACCOUNT_CLOSED')
  const unit = await findHomeUnit(context, input.unitId)
  if (unit.closedOn !== null && unit.id !== account.unitId) throw new Refusal('UNIT_CLOSED')
  const { personName, phone } = input
  await tx.updateTable('accounts.accounts').set((is) => ({ personName, phone, unitId: unit.id, scopeCode: unit.scopeLo, version: is('version', '+', 1) }))
    .where('cityId', '=', actor.cityId).where('id', '=', account.id).execute()
  await recordAudit(context, {
    verb: 'account.updated', subjectKind: 'account', subjectId: account.id, scopeCode: unit.scopeLo,
    details: { before: { personName: account.personName, unitId: account.unitId }, after: { personName, unitId: unit.id },
      phoneChanged: phone !== account.phone } })
  return readAccount(context, account.id)
}
