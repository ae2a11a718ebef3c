import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMatch } from '../access.ts'

/** Takes a pair off the list; the audit keeps that it stood there. */
export async function removeNoGoPair(context: Context, { id }: { id: string }): Promise<{ id: string }> {
  const { tx, actor } = context
  mustMatch(actor)
  const removed = await tx.deleteFrom('matching.noGoPairs').where('cityId', '=', actor.cityId).where('id', '=', id)
    .returning(['scopeCode', 'childId', 'volunteerId', 'reason']).executeTakeFirst()
  if (removed === undefined) throw new Refusal('NOT_FOUND')
  await recordAudit(context, {
    verb: 'no-go-pair.removed', subjectKind: 'no-go-pair', subjectId: id, scopeCode: removed.scopeCode.padStart(18, '0'),
    details: { childId: removed.childId, volunteerId: removed.volunteerId, reason: removed.reason } })
  return { id }
}
