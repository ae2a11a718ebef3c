import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadNotices } from '../access.ts'
import type { Notice } from '../contract.ts'
import { getNotice } from '../queries/get-notice.ts'

/** The caller says that one of the own tasks is done; a second time changes nothing. What is done has also been read. */
export async function finishTask(context: Context, input: { id: string }): Promise<Notice> {
  const { tx, actor, now } = context
  mustReadNotices(actor)
  const notice = await getNotice(context, input)
  if (notice.kind !== 'task') throw new Refusal('NOT_A_TASK')
  if (notice.doneAt !== null) return notice
  const readAt = notice.readAt ?? now
  await tx.updateTable('notices.notices').set({ doneAt: now, readAt }).where('cityId', '=', actor.cityId).where('id', '=', notice.id).execute()
  await recordAudit(context, { verb: 'task.finished', subjectKind: 'notice', subjectId: notice.id })
  return { ...notice, doneAt: now, readAt, isOverdue: false }
}
