import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustOpenBoard } from '../../access.ts'
import type { Contact } from '../../contract.ts'
import { lockRelatedParty } from '../../queries/relations/parties.ts'
import { openContact } from '../../queries/sealed-contact.ts'

/** Opens phone and identity number of a related person, on record. */
export async function openRelatedParty(context: Context, { id }: { id: string }): Promise<Contact> {
  mustOpenBoard(context.actor)
  const { scopeCode, wrappedKey, sealedIdentity } = await lockRelatedParty(context, { id })
  const contact = openContact(context, { table: 'related-party', id }, { wrappedKey, sealed: sealedIdentity })
  await recordAudit(context, { verb: 'related-party.read', subjectKind: 'related-party', subjectId: id, scopeCode })
  return contact
}
