import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustKeepBoard } from '../../access.ts'
import type { MeetingRow, NewMeeting } from '../../contract.ts'
import { getMeetingRow, listPresent, lockOpenMeeting } from '../../queries/board/meetings.ts'
import { writeAttendance } from '../steps/write-attendance.ts'
import { mustHaveBeen } from './record-meeting.ts'

/** Changes a meeting while its minutes are open; day and attendance stand once something was decided. */
export async function updateMeeting(context: Context, input: Omit<NewMeeting, 'bookId'> & { id: string; version: number }): Promise<MeetingRow> {
  mustKeepBoard(context.actor)
  const { tx, actor, now } = context
  mustHaveBeen(input.heldOn, context.today)
  const held = await lockOpenMeeting(context, input)
  const { heldOn, place, title, words, present } = input
  const before = await listPresent(context, held.id)
  const isSame = heldOn === held.heldOn && before.length === new Set(present).size && before.every((id) => present.includes(id))
  if (!isSame && await hasDecided(context, held.id)) throw new Refusal('HAS_RESOLUTIONS')
  await tx.updateTable('duties.meetings').set({ heldOn, place, title, words, version: held.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  if (!isSame) await writeAttendance(context, { ...held, heldOn }, present)
  await recordAudit(context, {
    verb: 'meeting.updated', subjectKind: 'meeting', subjectId: held.id, scopeCode: held.scopeCode, details: { heldOn, present: present.length },
  })
  return getMeetingRow(context, held.id)
}

async function hasDecided({ tx, actor }: Context, meetingId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from duties.resolutions r where r.city_id = ${actor.cityId} and r.meeting_id = ${meetingId} and r.status <> 'open'
    limit 1`.execute(tx)
  return rows.length > 0
}
