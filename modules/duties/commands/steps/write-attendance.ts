import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { readBoard } from '../../queries/board/members.ts'
import { isInOffice } from '../../rules/board.ts'

/** Writes who was at a meeting anew; everybody must be in office on the day; who never sat on this board is not found. */
export async function writeAttendance(
  context: Context, meeting: { id: string; bookId: string; scopeCode: string; heldOn: string }, present: readonly string[],
): Promise<void> {
  const { tx, actor } = context
  const board = await readBoard(context, meeting.bookId)
  const inOffice = new Set(board.filter((member) => isInOffice(member, meeting.heldOn)).map(({ id }) => id))
  const ids = [...new Set(present)]
  if (ids.some((id) => board.every((member) => member.id !== id))) throw new Refusal('NOT_FOUND')
  if (ids.some((id) => !inOffice.has(id))) throw new Refusal('NOT_A_MEMBER')
  await tx.deleteFrom('duties.attendances').where('cityId', '=', actor.cityId).where('meetingId', '=', meeting.id).execute()
  if (ids.length === 0) return
  await tx.insertInto('duties.attendances').values(ids.map((memberId) => ({
    cityId: actor.cityId, meetingId: meeting.id, memberId, scopeCode: meeting.scopeCode,
  }))).execute()
}
