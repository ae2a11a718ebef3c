import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustConcernAnother, mustManageGrants } from '../../access.ts'
import type { Account } from '../../contract.ts'
import { readAccount } from '../../queries/list-accounts.ts'
import { listHolders } from '../../queries/lock-account.ts'
import { isAdministrator } from '../../rules/roles.ts'

/** Takes a right back at once; what the person delegated of it falls with it. */
export async function revokeGrant(context: Context, input: { id: string; reason: string }): Promise<Account> {
  const { tx, actor, now } = context
  mustManageGrants(actor)
  const grant = await tx.selectFrom('accounts.grants').select(['id', 'accountId', 'roleCode', 'scopeCode', 'revokedAt', 'unitId'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (grant === undefined) throw new Refusal('NOT_FOUND')
  mustConcernAnother(actor, grant.accountId)
  if (grant.revokedAt !== null) throw new Refusal('GRANT_REVOKED')
  if (isAdministrator(grant.roleCode)) await refuseLast(context, grant)
  await tx.updateTable('accounts.grants').set({ revokedAt: now, revokedBy: actor.accountId }).where('cityId', '=', actor.cityId)
    .where('id', '=', grant.id).execute()
  await sql`select access.revoke_delegations(${grant.accountId}::uuid, ${actor.accountId}::uuid)`.execute(tx)
  await recordAudit(context, {
    verb: 'grant.revoked', subjectKind: 'account', subjectId: grant.accountId, scopeCode: grant.scopeCode, reason: input.reason,
    details: { grantId: grant.id, roleCode: grant.roleCode, unitId: grant.unitId } })
  return readAccount(context, grant.accountId)
}

async function refuseLast(context: Context, grant: { accountId: string; roleCode: string }): Promise<void> {
  const others = (await listHolders(context, grant.roleCode)).filter((holder) => holder !== grant.accountId)
  if (others.length === 0) throw new Refusal('LAST_ADMINISTRATOR')
}
