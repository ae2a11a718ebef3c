import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadNotices } from '../access.ts'

/** Marks everything in the caller's own inbox as read. */
export async function markAllRead(context: Context): Promise<{ marked: number }> {
  const { tx, actor, now } = context
  mustReadNotices(actor)
  const result = await tx.updateTable('notices.notices').set({ readAt: now })
    .where('cityId', '=', actor.cityId).where('recipientAccountId', '=', actor.accountId).where('readAt', 'is', null)
    .where('scopeCode', '>=', actor.scopeLo).where('scopeCode', '<=', actor.scopeHi).executeTakeFirst()
  const marked = Number(result.numUpdatedRows)
  if (marked > 0) await recordAudit(context, { verb: 'notices.read', subjectKind: 'notice', details: { marked } })
  return { marked }
}
