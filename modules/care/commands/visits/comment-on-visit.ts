import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { withoutDays } from '#platform/values/mask.ts'
import { childFiles } from '#modules/children/index.ts'
import { mustCommentOnVisits } from '../../access.ts'
import { sealText } from '../../queries/case-key.ts'
import { addressSentence, findAddressIn, nameSentence } from '../../rules/visits/comments.ts'

type Found = {
  caseId: string; childId: string; scopeCode: string; wrappedKey: Buffer | null; voidedAt: Date | null; recordedBy: string | null; hasVolunteers: boolean
  /** Other children with whom somebody who went is or was paired. */
  otherIds: string[]
}

/**
 * Says something about a visit, thanks above all; who went is told that there is something to read, not what. Words that look like an address or a number,
 * or are those of the child's file, and the whole name of a guardian or of another child of who went, are refused: what is said lies on telephones.
 */
export async function commentOnVisit(context: Context, input: { id: string; text: string }): Promise<{ id: string }> {
  const { tx, actor, now } = context
  mustCommentOnVisits(actor)
  const { rows } = await sql<Found>`select v.case_id, v.child_id, v.scope_code::text as scope_code, c.wrapped_key, v.voided_at, v.recorded_by,
      exists (select 1 from care.visit_volunteers w where w.city_id = v.city_id and w.visit_id = v.id) as has_volunteers,
      array(select distinct p.child_id from care.visit_volunteers w join care.pairings p on p.city_id = w.city_id and p.volunteer_id = w.volunteer_id
        where w.city_id = v.city_id and w.visit_id = v.id and p.child_id <> v.child_id) as other_ids
    from care.visits v join care.cases c on c.city_id = v.city_id and c.id = v.case_id
    where v.city_id = ${actor.cityId} and v.id = ${input.id}`.execute(tx)
  const [visit] = rows
  if (visit === undefined) throw new Refusal('NOT_FOUND')
  if (visit.voidedAt !== null) throw new Refusal('VISIT_VOIDED')
  const word = findAddressIn(input.text) ?? await findOwnAddressIn(context, { childId: visit.childId, text: input.text })
  if (word !== undefined) throw new InvalidInput([{ path: ['text'], message: addressSentence(word) }])
  const name = await childFiles.findNamedPerson(context, { childId: visit.childId, otherIds: visit.otherIds, text: input.text })
  if (name !== undefined) throw new InvalidInput([{ path: ['text'], message: nameSentence(name) }])
  const id = newId()
  await tx.insertInto('care.visitComments').values({
    cityId: actor.cityId, id, scopeCode: visit.scopeCode, visitId: input.id,
    sealedText: sealText(context, { id: visit.caseId, wrappedKey: visit.wrappedKey }, 'comment', input.text),
    commentedBy: actor.accountId, commentedName: actor.personName, commentedAt: now,
    // Nobody else is there to read what one says about an own visit.
    readAt: !visit.hasVolunteers && visit.recordedBy === actor.accountId ? now : null,
  }).execute()
  await recordAudit(context, {
    verb: 'visit.commented', subjectKind: 'visit', subjectId: input.id, scopeCode: visit.scopeCode, details: { childId: visit.childId, commentId: id },
  })
  return { id }
}

/** What the child's file has as address or number, where it stands in the text; the digits of a day are no number. */
async function findOwnAddressIn(context: Context, { childId, text }: { childId: string; text: string }): Promise<string | undefined> {
  const naming = await childFiles.findNamingWord(context, { childId, text: withoutDays(text), only: ['house', 'number'] })
  return naming?.word
}
