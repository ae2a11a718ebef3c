import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { cleanName } from '#platform/values/chinese-name.ts'
import { mustKeepBoard } from '../../access.ts'
import type { BoardMember, NewBoardMember } from '../../contract.ts'
import { loadBody } from '../../queries/bodies.ts'
import { getBoardMember } from '../../queries/board/members.ts'
import { sealContact } from '../../queries/sealed-contact.ts'

/** Puts somebody on the board for a term; phone and identity number are sealed. */
export async function addBoardMember(context: Context, input: NewBoardMember): Promise<BoardMember> {
  mustKeepBoard(context.actor)
  const { tx, actor, now } = context
  mustBeTerm(input)
  const body = await loadBody(context, input.bookId)
  const id = newId()
  const { wrappedKey, sealed, identityTerm } = sealContact(context, { table: 'board-member', id }, input)
  const { role, fromOn, untilOn, isPaid } = input
  await tx.insertInto('duties.boardMembers').values({
    cityId: actor.cityId, id, scopeCode: body.scopeCode, bookId: body.id, name: cleanName(input.name), role, fromOn, untilOn, isPaid, wrappedKey,
    sealedContact: sealed, identityTerm, createdBy: actor.accountId, createdAt: now, updatedAt: now,
  }).execute()
  await recordAudit(context, {
    verb: 'board-member.added', subjectKind: 'board-member', subjectId: id, scopeCode: body.scopeCode, details: { role, fromOn, untilOn },
  })
  return getBoardMember(context, id)
}

/** Refuses a term that ends before it begins, beside the field. */
export function mustBeTerm({ fromOn, untilOn }: { fromOn: string; untilOn: string }): void {
  if (untilOn < fromOn) throw new InvalidInput([{ path: ['untilOn'], message: '任期结束不能早于开始' }])
}
