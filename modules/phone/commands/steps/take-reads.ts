import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import { readComments } from '#modules/care/index.ts'
import { mayReadCases } from '../../access.ts'
import { sentencesOf, type LetterAnswer } from '../../contract.ts'
import { findLetterCase, keepLetter, type LetterOf, type OfPhone, type Taken } from './of-phone.ts'

/**
 * Cases that were opened on the phone become entries of the audit, each with its own time of reading beside the time of arrival; also those of a
 * phone that was cut off, above all those. Where another unit leads the case, the entry stands with the reader's unit. Comments that were shown
 * count as read at the desk too.
 */
export async function takeReads(phone: OfPhone, taken: Taken<LetterOf<'reads'>>): Promise<LetterAnswer | undefined> {
  const { context, deviceId } = phone
  if (!await keepLetter(phone, taken, { id: newId(), status: 'recorded', code: 'recorded', content: null })) return undefined
  const { reads, comments } = taken.letter.body
  const momentOf = (at: string) => new Date(Date.parse(at) + taken.clockOffset)
  if (phone.stands && mayReadCases(context.actor) && comments.length > 0) {
    await readComments(context, comments.map(({ id, at }) => ({ id, at: momentOf(at) })))
  }
  for (const { caseId, at } of reads) {
    const found = await findLetterCase(phone, { caseId, madeOn: null })
    if (found === undefined) continue
    await recordAudit(context, {
      verb: 'child-case.read-on-phone', subjectKind: 'child', subjectId: found.childId, scopeCode: found.inRange ? found.scopeCode : context.actor.scopeLo,
      details: { caseId, readAt: momentOf(at).toISOString(), arrivedAt: context.now.toISOString(), deviceId },
    })
  }
  return { itemId: taken.itemId, state: 'recorded', code: 'recorded', ...sentencesOf('recorded'), isKept: true, visitId: null, reason: null,
    receivedAt: context.now }
}
