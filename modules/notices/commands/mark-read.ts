import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadNotices } from '../access.ts'
import type { Notice } from '../contract.ts'
import { getNotice } from '../queries/get-notice.ts'

/** Marks one of the caller's own notices as read; a second time changes nothing. */
export async function markRead(context: Context, input: { id: string }): Promise<Notice> {
  const { tx, actor, now } = context
  mustReadNotices(actor)
  const notice = await getNotice(context, input)
  if (notice.readAt !== null) return notice
  await tx.updateTable('notices.notices').set({ readAt: now }).where('cityId', '=', actor.cityId).where('id', '=', notice.id).execute()
  await recordAudit(context, { verb: 'notice.read', subjectKind: 'notice', subjectId: notice.id })
  return { ...notice, readAt: now }
}
