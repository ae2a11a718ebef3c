import { completeTask } from '#modules/notices/index.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustAnswerObjections } from '../../access.ts'
import type { Objection, objectionOutcomes } from '../../contract.ts'
import { loadObjection } from '../../queries/load-objection.ts'
import { loadBatch } from '../../queries/lock-batch.ts'
import { listObjections } from '../../queries/public-lists.ts'
import { sealText } from '../../queries/row-key.ts'
import { holdsIdentityNumber } from '../../rules/objections.ts'
import { recordBatch } from '../steps/write-batch.ts'

/**
 * Somebody else than who recorded it looks into an objection and answers: upheld, the batch has to be given back; rejected, it may go on. What
 * was found stays inside; the reply is read by whoever has the number.
 */
export async function answerObjection(
  context: Context, input: { id: string; outcome: (typeof objectionOutcomes)[number]; answer: string; reply: string },
): Promise<Objection> {
  const { tx, actor, today } = context
  mustAnswerObjections(actor)
  const held = await loadObjection(context, input.id)
  if (held.outcome !== null) throw new Refusal('ANSWERED_BEFORE')
  if (held.recordedBy === actor.accountId) throw new Refusal('OWN_RECORD')
  if (holdsIdentityNumber(input.reply)) throw new InvalidInput([{ path: ['reply'], message: '这段答复会在公示页面上显示，请不要写身份证号' }])
  const batch = await loadBatch(context, held.batchId)
  await tx.updateTable('projects.objections').set({
    outcome: input.outcome, answeredOn: today, answeredName: actor.personName, sealedAnswer: sealText(context, held, 'answer', input.answer),
    sealedReply: sealText(context, held, 'reply', input.reply),
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await completeTask(context, { sourceKind: 'objection', sourceId: held.id })
  await recordBatch(context, batch, { verb: 'objection.answered', details: { objectionId: held.id, outcome: input.outcome } })
  const answered = (await listObjections(context, { id: held.batchId, round: held.round })).find((each) => each.id === held.id)
  if (answered === undefined) throw new Error('an objection was lost between two looks in one transaction')
  return answered
}
