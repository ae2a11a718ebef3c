import type { Context } from '#platform/http/context.ts'

/** Accounts that hold a role today, with the unit for which; for jobs, which see the whole city. */
export async function listRoleHolders({ tx, actor, today }: Context, roleCode: string): Promise<{ accountId: string; scopeCode: string }[]> {
  return tx.selectFrom('accounts.grants as held')
    .innerJoin('accounts.accounts as account', (join) => join.on('account.cityId', '=', actor.cityId).onRef('account.id', '=', 'held.accountId'))
    .select(['held.accountId', 'held.scopeCode']).distinct()
    .where('held.cityId', '=', actor.cityId).where('held.roleCode', '=', roleCode).where('held.revokedAt', 'is', null).where('account.status', '=', 'active')
    .where('held.fromOn', '<=', today).where((is) => is.or([is('held.untilOn', 'is', null), is('held.untilOn', '>=', today)])).execute()
}
