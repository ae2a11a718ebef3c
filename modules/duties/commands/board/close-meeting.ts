import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustKeepBoard } from '../../access.ts'
import type { MeetingRow } from '../../contract.ts'
import { getMeetingRow, lockOpenMeeting } from '../../queries/board/meetings.ts'

/** Closes the minutes of a meeting: every resolution is decided, nothing changes afterwards. */
export async function closeMeeting(context: Context, input: { id: string; version: number }): Promise<MeetingRow> {
  mustKeepBoard(context.actor)
  const { tx, actor, today, now } = context
  const held = await lockOpenMeeting(context, input)
  const { rows: open } = await sql`select 1 from duties.resolutions r where r.city_id = ${actor.cityId} and r.meeting_id = ${held.id} and r.status = 'open'
    limit 1`.execute(tx)
  if (open.length > 0) throw new Refusal('OPEN_RESOLUTIONS')
  await tx.updateTable('duties.meetings').set({ status: 'closed', closedOn: today, version: held.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, { verb: 'meeting.closed', subjectKind: 'meeting', subjectId: held.id, scopeCode: held.scopeCode })
  return getMeetingRow(context, held.id)
}
