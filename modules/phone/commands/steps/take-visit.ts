import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import { recordVisit } from '#modules/care/index.ts'
import { sentencesOf, type AnswerCode, type LetterAnswer } from '../../contract.ts'
import { sealContent } from '../../queries/steps/content.ts'
import { findLetterObstacle } from '../../rules/judging.ts'
import { settleFiles } from './settle-files.ts'
import { findLetterCase, keepLetter, type LetterOf, type OfPhone, type Taken } from './of-phone.ts'

/** Records a visit by itself, or keeps it for the office; undefined when the same letter came in meanwhile. */
export async function takeVisit(phone: OfPhone, taken: Taken<LetterOf<'visit'>>): Promise<LetterAnswer | undefined> {
  const { context } = phone
  const { body } = taken.letter
  const found = await findLetterCase(phone, { caseId: body.caseId, madeOn: body.madeOn })
  const obstacle = findLetterObstacle({
    ...momentsOf(phone, taken), accountStands: phone.stands, madeOn: body.madeOn, outcome: body.outcome, today: context.today,
    knownUnitCode: body.known.unitCode, found: found ?? null,
  })
  if (obstacle !== undefined) return keepWaiting(phone, taken, obstacle)
  const id = newId()
  if (!await keepLetter(phone, taken, { id, status: 'recorded', code: 'recorded', content: null })) return undefined
  const { known: _known, ...visit } = body
  const recorded = await recordVisit(context, visit)
  await context.tx.updateTable('phone.letters').set({ visitId: recorded.id })
    .where('cityId', '=', context.actor.cityId).where('id', '=', id).execute()
  await settleFiles(context, { deviceId: phone.deviceId, itemId: taken.itemId, visitId: recorded.id })
  return answer(taken, context.now, { state: 'recorded', code: 'recorded', visitId: recorded.id })
}

/** Keeps a letter with its content for the office; undefined when the same letter came in meanwhile. */
export async function keepWaiting(phone: OfPhone, taken: Taken<LetterOf<'visit'>>, code: AnswerCode): Promise<LetterAnswer | undefined> {
  const { context } = phone
  const id = newId()
  const state = code === 'device-cut-off-after' ? 'refused' : 'waiting'
  const content = sealContent(context, id, taken.letter.body)
  if (!await keepLetter(phone, taken, { id, status: state, code, content })) return undefined
  await recordAudit(context, { verb: 'phone-letter.arrived', subjectKind: 'letter', subjectId: id, details: { code, status: state, deviceId: phone.deviceId } })
  return answer(taken, context.now, { state, code, visitId: null })
}

function momentsOf({ context, cutOffAt }: OfPhone, { letter, clockOffset }: Taken<LetterOf<'visit'>>) {
  return { writtenAt: Date.parse(letter.writtenAt) + clockOffset, receivedAt: context.now.getTime(), cutOffAt: cutOffAt?.getTime() ?? null, clockOffset }
}

type Outcome = Pick<LetterAnswer, 'state' | 'code' | 'visitId'>

const answer = ({ itemId }: Taken, receivedAt: Date, { state, code, visitId }: Outcome): LetterAnswer =>
  ({ itemId, state, code, ...sentencesOf(code), isKept: true, visitId, reason: null, receivedAt })
