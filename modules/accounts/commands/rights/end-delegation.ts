import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustDelegateRights } from '../../access.ts'

/** Takes back what the person delegated, before its day. */
export async function endDelegation(context: Context, input: { id: string }): Promise<{ id: string }> {
  const { tx, actor, now } = context
  mustDelegateRights(actor)
  const ended = await tx.updateTable('accounts.grants').set({ revokedAt: now, revokedBy: actor.accountId }).where('cityId', '=', actor.cityId)
    .where('id', '=', input.id).where('delegatedBy', '=', actor.accountId).where('revokedAt', 'is', null).returning(['id', 'accountId']).executeTakeFirst()
  if (ended === undefined) throw new Refusal('NOT_FOUND')
  await recordAudit(context, { verb: 'delegation.ended', subjectKind: 'account', subjectId: ended.accountId, details: { grantId: ended.id } })
  return { id: ended.id }
}
