import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { cleanName } from '#platform/values/chinese-name.ts'
import { mustKeepBoard } from '../../access.ts'
import type { BoardMember, NewBoardMember } from '../../contract.ts'
import { getBoardMember, lockBoardMember } from '../../queries/board/members.ts'
import { sealContact } from '../../queries/sealed-contact.ts'
import { mustBeTerm } from './add-board-member.ts'

type Input = Omit<NewBoardMember, 'bookId'> & { id: string; version: number }

/** Puts a term right; where phone or identity number are typed they take the place of what was sealed. */
export async function updateBoardMember(context: Context, input: Input): Promise<BoardMember> {
  mustKeepBoard(context.actor)
  const { tx, actor, now } = context
  mustBeTerm(input)
  const held = await lockBoardMember(context, input)
  if (held.endedOn !== null) throw new Refusal('HAS_ENDED')
  const isTyped = input.phone !== undefined || input.identityNumber !== undefined
  const { wrappedKey, sealed, identityTerm } = sealContact(context, { table: 'board-member', id: held.id }, input)
  const { role, fromOn, untilOn, isPaid } = input
  await tx.updateTable('duties.boardMembers').set({
    name: cleanName(input.name), role, fromOn, untilOn, isPaid, ...(isTyped ? { wrappedKey, sealedContact: sealed, identityTerm } : {}),
    version: held.version + 1, updatedAt: now,
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'board-member.updated', subjectKind: 'board-member', subjectId: held.id, scopeCode: held.scopeCode,
    details: { before: { role: held.role, fromOn: held.fromOn, untilOn: held.untilOn }, after: { role, fromOn, untilOn }, contactReplaced: isTyped },
  })
  return getBoardMember(context, held.id)
}
