import type { Context } from '#platform/http/context.ts'
import { mustReadObjections } from '../../access.ts'
import { loadObjection } from '../../queries/load-objection.ts'
import { loadBatch } from '../../queries/lock-batch.ts'
import { openText } from '../../queries/row-key.ts'
import { recordBatch } from '../steps/write-batch.ts'

type Opened = { words: string; answer: string | null; reply: string | null }

/** Opens the words of an objection, what was found and what is told, with a reason that stays on record. */
export async function openObjection(context: Context, input: { id: string; reason: string }): Promise<Opened> {
  mustReadObjections(context.actor)
  const held = await loadObjection(context, input.id)
  const batch = await loadBatch(context, held.batchId)
  await recordBatch(context, batch, { verb: 'objection.opened', reason: input.reason, details: { objectionId: held.id } })
  return {
    words: openText(context, held, 'objection', held.sealedWords) ?? '', answer: openText(context, held, 'answer', held.sealedAnswer),
    reply: openText(context, held, 'reply', held.sealedReply),
  }
}
