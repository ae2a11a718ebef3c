import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { cleanName } from '#platform/values/chinese-name.ts'
import { mustKeepBoard } from '../../access.ts'
import type { NewRelatedParty, RelatedParty } from '../../contract.ts'
import { loadBoundBody } from '../../queries/bodies.ts'
import { getRelatedParty } from '../../queries/relations/parties.ts'
import { sealContact } from '../../queries/sealed-contact.ts'
import { findPartyIssues } from '../../rules/parties.ts'
import { mustBeMemberOf } from '../steps/must-be-member.ts'

/** Puts a party on the list, with the ground of its relation; phone and identity number of a person are sealed. */
export async function addRelatedParty(context: Context, input: NewRelatedParty): Promise<RelatedParty> {
  mustKeepBoard(context.actor)
  const { tx, actor, now } = context
  const issues = findPartyIssues(input)
  if (issues.length > 0) throw new InvalidInput(issues)
  const body = await loadBoundBody(context, input.bookId)
  if (input.memberId !== undefined) await mustBeMemberOf(context, { memberId: input.memberId, bookId: body.id })
  const id = newId()
  const { wrappedKey, sealed, identityTerm } = sealContact(context, { table: 'related-party', id }, input)
  const { kind, creditCode, ground, words, memberId, fromOn, untilOn } = input
  await tx.insertInto('duties.relatedParties').values({
    cityId: actor.cityId, id, scopeCode: body.scopeCode, bookId: body.id, kind, name: cleanName(input.name), creditCode: creditCode ?? null, ground, words,
    memberId: memberId ?? null, fromOn, untilOn: untilOn ?? null, wrappedKey, sealedIdentity: sealed, identityTerm, createdBy: actor.accountId, createdAt: now,
    updatedAt: now,
  }).execute()
  await recordAudit(context, {
    verb: 'related-party.added', subjectKind: 'related-party', subjectId: id, scopeCode: body.scopeCode, details: { kind, ground, fromOn },
  })
  return getRelatedParty(context, id)
}
