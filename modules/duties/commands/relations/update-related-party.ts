import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { cleanName } from '#platform/values/chinese-name.ts'
import { mustKeepBoard } from '../../access.ts'
import type { NewRelatedParty, RelatedParty } from '../../contract.ts'
import { getRelatedParty, lockRelatedParty } from '../../queries/relations/parties.ts'
import { sealContact } from '../../queries/sealed-contact.ts'
import { findPartyIssues } from '../../rules/parties.ts'
import { mustBeMemberOf } from '../steps/must-be-member.ts'

type Input = Omit<NewRelatedParty, 'bookId' | 'kind'> & { id: string; version: number }

/** Puts an entry of the list right, above all the day its relation ended. */
export async function updateRelatedParty(context: Context, input: Input): Promise<RelatedParty> {
  mustKeepBoard(context.actor)
  const { tx, actor, now } = context
  const held = await lockRelatedParty(context, input)
  const issues = findPartyIssues({ ...input, kind: held.kind })
  if (issues.length > 0) throw new InvalidInput(issues)
  if (input.memberId !== undefined) await mustBeMemberOf(context, { memberId: input.memberId, bookId: held.bookId })
  const isTyped = input.phone !== undefined || input.identityNumber !== undefined
  const { wrappedKey, sealed, identityTerm } = sealContact(context, { table: 'related-party', id: held.id }, input)
  const { creditCode, ground, words, memberId, fromOn, untilOn } = input
  await tx.updateTable('duties.relatedParties').set({
    name: cleanName(input.name), creditCode: creditCode ?? null, ground, words, memberId: memberId ?? null, fromOn, untilOn: untilOn ?? null,
    ...(isTyped ? { wrappedKey, sealedIdentity: sealed, identityTerm } : {}), version: held.version + 1, updatedAt: now,
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'related-party.updated', subjectKind: 'related-party', subjectId: held.id, scopeCode: held.scopeCode,
    details: { before: { ground: held.ground, untilOn: held.untilOn }, after: { ground, untilOn: untilOn ?? null }, contactReplaced: isTyped },
  })
  return getRelatedParty(context, held.id)
}
