import { completeTask } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApproveBatches } from '../../access.ts'
import type { BatchRow } from '../../contract.ts'
import { getBatchRow } from '../../queries/batch-rows.ts'
import { lockBatch } from '../../queries/lock-batch.ts'
import { listWaitingObjections } from '../../queries/public-lists.ts'
import { hideBatch } from '../steps/show-batch.ts'
import { recordBatch, writeBatch } from '../steps/write-batch.ts'

/** Gives a batch back to who made it; what was approved of this round counts no more. */
export async function returnBatch(context: Context, input: { id: string; version: number; reason: string }): Promise<BatchRow> {
  mustApproveBatches(context.actor)
  const batch = await lockBatch(context, { step: 'return', ...input })
  await writeBatch(context, batch, { status: 'draft', round: batch.round + 1, listHash: null, submittedOn: null, returnReason: input.reason })
  await hideBatch(context, batch)
  await completeTask(context, { sourceKind: 'objection', sourceId: await listWaitingObjections(context, batch) })
  await recordBatch(context, batch, { verb: 'award-batch.returned', reason: input.reason, details: { round: batch.round } })
  return getBatchRow(context, batch.id)
}
