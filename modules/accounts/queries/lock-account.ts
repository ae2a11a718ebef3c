import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { Account } from '../contract.ts'

/** An account as commands work with it. */
export type LockedAccount = {
  id: string; scopeCode: string; unitId: string; personName: string; signInName: string; phone: string | null; status: Account['status']; version: number
}

/** An account of the actor's range, locked. With `version`, a stale save is refused. */
export async function lockAccount(context: Context, id: string, version?: number): Promise<LockedAccount> {
  const { tx, actor } = context
  const row = await tx.selectFrom('accounts.accounts').select(['id', 'scopeCode', 'unitId', 'personName', 'signInName', 'phone', 'status', 'version'])
    .where('cityId', '=', actor.cityId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  if (version !== undefined && row.version !== version) {
    const { personName, phone, status } = row
    throw new Refusal('STALE', { version: row.version, current: { personName, phone, status } })
  }
  return { ...row, status: row.status as Account['status'] }
}

/** Roles an account holds today or later, also outside the actor's range. */
export async function listHeldRoles({ tx }: Context, accountId: string): Promise<string[]> {
  const { rows } = await sql<{ roleCode: string }>`select role_code from access.list_held_roles(${accountId}::uuid)`.execute(tx)
  return rows.map((row) => row.roleCode)
}

/** People who hold a role today or later, seen in the actor's range; of an account that can sign in. */
export async function listHolders({ tx, actor, today }: Context, roleCode: string): Promise<string[]> {
  const rows = await tx.selectFrom('accounts.grants as held')
    .innerJoin('accounts.accounts as account', (join) => join.on('account.cityId', '=', actor.cityId).onRef('account.id', '=', 'held.accountId'))
    .select('held.accountId').distinct().where('held.cityId', '=', actor.cityId).where('held.roleCode', '=', roleCode).where('held.revokedAt', 'is', null)
    .where('account.status', '=', 'active').where((is) => is.or([is('held.untilOn', 'is', null), is('held.untilOn', '>=', today)])).execute()
  return rows.map((row) => row.accountId)
}
