import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustOpenBoard } from '../../access.ts'
import type { Contact } from '../../contract.ts'
import { lockBoardMember } from '../../queries/board/members.ts'
import { openContact } from '../../queries/sealed-contact.ts'

/** Opens phone and identity number of a member, on record. */
export async function openBoardMember(context: Context, { id }: { id: string }): Promise<Contact> {
  mustOpenBoard(context.actor)
  const { scopeCode, wrappedKey, sealedContact } = await lockBoardMember(context, { id })
  const contact = openContact(context, { table: 'board-member', id }, { wrappedKey, sealed: sealedContact })
  await recordAudit(context, { verb: 'board-member.read', subjectKind: 'board-member', subjectId: id, scopeCode })
  return contact
}
