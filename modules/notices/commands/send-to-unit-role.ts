import type { Context } from '#platform/http/context.ts'
import { sendNotice, type NoticeText, type Recipient } from './send-notice.ts'

/** Whom a notice is for: everyone who today holds a grant at exactly this unit, narrowed to a role or a permission. */
export type UnitRole = ({ unitId: string } | { scopeCode: string }) & ({ roleCode: string } | { permission: string })

/** Sends to those who answer for a unit; says how many got it anew. Nobody there is no failure: 0. */
export async function sendToUnitRole(context: Context, to: UnitRole, text: NoticeText): Promise<number> {
  return sendNotice(context, await findRecipients(context, to), text)
}

async function findRecipients({ tx, actor, today }: Context, to: UnitRole): Promise<Recipient[]> {
  let held = tx.selectFrom('accounts.publishedRights').select(['accountId', 'scopeCode']).distinct().where('cityId', '=', actor.cityId)
    .where('fromOn', '<=', today).where((is) => is.or([is('untilOn', 'is', null), is('untilOn', '>=', today)]))
  held = 'unitId' in to ? held.where('unitId', '=', to.unitId) : held.where('scopeCode', '=', to.scopeCode)
  held = 'roleCode' in to ? held.where('roleCode', '=', to.roleCode) : held.where('permission', '=', to.permission)
  const rows = await held.execute()
  return rows.flatMap(({ accountId, scopeCode }) => (accountId === null || scopeCode === null ? [] : [{ accountId, scopeCode }]))
}
