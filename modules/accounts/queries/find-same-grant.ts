import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/** Whether the account already holds the very role at the very unit. */
export async function findSameGrant({ tx, actor }: Context, wanted: { accountId: string; unitId: string; roleCode: string },
  today: LocalDate): Promise<boolean> {
  const row = await tx.selectFrom('accounts.grants').select('id').where('cityId', '=', actor.cityId).where('accountId', '=', wanted.accountId)
    .where('unitId', '=', wanted.unitId).where('roleCode', '=', wanted.roleCode).where('revokedAt', 'is', null)
    .where((is) => is.or([is('untilOn', 'is', null), is('untilOn', '>=', today)])).limit(1).executeTakeFirst()
  return row !== undefined
}
