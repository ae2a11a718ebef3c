import { findRelations } from '#modules/duties/index.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { PartyCheck } from '../../contract.ts'
import type { HeldDonor } from '../../queries/donors/donor-rows.ts'
import { openIdentity } from '../../queries/row-key.ts'

type Subject = { kind: 'gift' | 'agreement'; id: string; scopeCode: string; bookId: string }

/**
 * Compares a donor with the related parties and the board of the books, and notes what was found: grounds alone, no name. The name of a person is opened
 * for the comparison and shown to nobody. Of an anonymous donor nothing can be asked.
 */
export async function checkParties(context: Context, subject: Subject, donor: HeldDonor): Promise<void> {
  if (donor.kind === 'anonymous') return
  const { tx, actor, today } = context
  const { creditCode } = donor
  const found = await findRelations(context, { name: nameOf(context, donor), bookId: subject.bookId, ...(creditCode === null ? {} : { creditCode }) })
  const matches: PartyCheck['matches'] = found.map(({ partyId, ground, matchedBy }) => ({ partyId, ground, matchedBy }))
  await tx.insertInto('charity.partyChecks').values({
    cityId: actor.cityId, id: newId(), scopeCode: subject.scopeCode, subjectKind: subject.kind, subjectId: subject.id, matches: JSON.stringify(matches),
    checkedOn: today,
  }).execute()
}

function nameOf(context: Context, { id, kind, label, wrappedKey, sealedIdentity }: HeldDonor): string {
  if (kind === 'enterprise' || wrappedKey === null || sealedIdentity === null) return label
  return openIdentity(context, { id, wrappedKey, sealedIdentity }).name
}
