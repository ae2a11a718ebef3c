import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import { sentencesOf, type LetterAnswer } from '../../contract.ts'
import { findLetterCase, keepLetter, type LetterOf, type OfPhone, type Taken } from './of-phone.ts'

/**
 * Cases that were opened on the phone become entries of the audit, each with its own time of reading beside the time of arrival; also those of a
 * phone that was cut off, above all those. Where another unit leads the case, the entry stands with the reader's unit.
 */
export async function takeReads(phone: OfPhone, taken: Taken<LetterOf<'reads'>>): Promise<LetterAnswer | undefined> {
  const { context, deviceId } = phone
  if (!await keepLetter(phone, taken, { id: newId(), status: 'recorded', code: 'recorded', content: null })) return undefined
  for (const { caseId, at } of taken.letter.body.reads) {
    const found = await findLetterCase(phone, { caseId, madeOn: null })
    if (found === undefined) continue
    await recordAudit(context, {
      verb: 'child-case.read-on-phone', subjectKind: 'child', subjectId: found.childId, scopeCode: found.inRange ? found.scopeCode : context.actor.scopeLo,
      details: { caseId, readAt: new Date(Date.parse(at) + taken.clockOffset).toISOString(), arrivedAt: context.now.toISOString(), deviceId },
    })
  }
  return { itemId: taken.itemId, state: 'recorded', code: 'recorded', ...sentencesOf('recorded'), isKept: true, visitId: null, reason: null,
    receivedAt: context.now }
}
