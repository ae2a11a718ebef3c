import type { Context } from '#platform/http/context.ts'
import { findOfficePeople } from '../queries/find-office-people.ts'
import { sendNotice, type NoticeText, type Recipient } from './send-notice.ts'

/** Whom a notice is for: who answers for this unit today, by a permission. */
export type UnitRole = ({ unitId: string } | { scopeCode: string }) & { permission: string }

/**
 * Sends to those who answer for a unit: there, or, as most villages have nobody who signs in, at the nearest unit above that has somebody. Says how many
 * got it anew. Nobody at all is no failure: 0.
 */
export async function sendToUnitRole(context: Context, to: UnitRole, text: NoticeText): Promise<number> {
  return sendNotice(context, await findRecipients(context, to), text)
}

async function findRecipients(context: Context, to: UnitRole): Promise<Recipient[]> {
  const scopeCode = 'scopeCode' in to ? to.scopeCode : await findScope(context, to.unitId)
  return scopeCode === null ? [] : findOfficePeople(context, { scopeCode, permission: to.permission })
}

/** Null where there is no such unit. */
async function findScope({ tx, actor }: Context, unitId: string): Promise<string | null> {
  const unit = await tx.selectFrom('organization.publishedUnits').select('scopeLo').where('cityId', '=', actor.cityId).where('id', '=', unitId)
    .executeTakeFirst()
  return unit?.scopeLo ?? null
}
