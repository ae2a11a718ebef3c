import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustGiveAid } from '../../access.ts'
import type { NeedRow } from '../../contract.ts'
import { lockNeed } from '../../queries/lock-need.ts'
import { getNeedRow } from '../../queries/need-rows.ts'
import { sealText } from '../../queries/row-key.ts'
import { writeNeed } from '../steps/write-need.ts'

/** Closes a need after the aid was received, with a word on what came of it. */
export async function closeNeed(context: Context, input: { id: string; version: number; answer: string }): Promise<NeedRow> {
  mustGiveAid(context.actor)
  const held = await lockNeed(context, { step: 'close', ...input })
  await writeNeed(context, held, {
    status: 'closed', endedOn: context.today,
    ...(input.answer === '' ? {} : { sealedAnswer: sealText(context, held, 'need-answer', input.answer) }),
  })
  await recordAudit(context, { verb: 'need.closed', subjectKind: 'need', subjectId: held.id, scopeCode: held.scopeCode })
  return getNeedRow(context, held.id)
}
