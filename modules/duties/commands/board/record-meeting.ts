import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustKeepBoard } from '../../access.ts'
import type { MeetingRow, NewMeeting } from '../../contract.ts'
import { loadBody } from '../../queries/bodies.ts'
import { getMeetingRow } from '../../queries/board/meetings.ts'
import { writeAttendance } from '../steps/write-attendance.ts'

/** Records a meeting of the board and who was there. */
export async function recordMeeting(context: Context, input: NewMeeting): Promise<MeetingRow> {
  mustKeepBoard(context.actor)
  const { tx, actor, now } = context
  mustHaveBeen(input.heldOn, context.today)
  const { id: bookId, scopeCode } = await loadBody(context, input.bookId)
  const id = newId()
  const { heldOn, place, title, words, present } = input
  await tx.insertInto('duties.meetings').values({
    cityId: actor.cityId, id, scopeCode, bookId, heldOn, place, title, words, status: 'open', madeBy: actor.accountId, madeName: actor.personName,
      createdAt: now,
    updatedAt: now,
  }).execute()
  await writeAttendance(context, { id, bookId, scopeCode, heldOn }, present)
  await recordAudit(context, { verb: 'meeting.recorded', subjectKind: 'meeting', subjectId: id, scopeCode, details: { heldOn, present: present.length } })
  return getMeetingRow(context, id)
}

/** A meeting is recorded once it was held. */
export function mustHaveBeen(heldOn: string, today: string): void {
  if (heldOn > today) throw new InvalidInput([{ path: ['heldOn'], message: '会议日期不能晚于今天' }])
}
