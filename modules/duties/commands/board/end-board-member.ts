import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustKeepBoard } from '../../access.ts'
import type { BoardMember } from '../../contract.ts'
import { getBoardMember, lockBoardMember } from '../../queries/board/members.ts'

/** Ends a term before its last day, with a reason. */
export async function endBoardMember(
  context: Context, input: { id: string; version: number; endedOn: string; reason: string },
): Promise<BoardMember> {
  mustKeepBoard(context.actor)
  const { tx, actor, now } = context
  const held = await lockBoardMember(context, input)
  if (held.endedOn !== null) throw new Refusal('HAS_ENDED')
  if (input.endedOn < held.fromOn || input.endedOn > held.untilOn) {
    throw new InvalidInput([{ path: ['endedOn'], message: `离任日期应在任期之内（${held.fromOn} 至 ${held.untilOn}）` }])
  }
  await tx.updateTable('duties.boardMembers').set({ endedOn: input.endedOn, endReason: input.reason, version: held.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'board-member.ended', subjectKind: 'board-member', subjectId: held.id, scopeCode: held.scopeCode, details: { endedOn: input.endedOn,
      reason: input.reason },
  })
  return getBoardMember(context, held.id)
}
