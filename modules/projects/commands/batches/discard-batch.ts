import type { Context } from '#platform/http/context.ts'
import { mustListAwards } from '../../access.ts'
import type { BatchRow } from '../../contract.ts'
import { getBatchRow } from '../../queries/batch-rows.ts'
import { lockBatch, readRows } from '../../queries/lock-batch.ts'
import { releaseAwards } from '../steps/write-award.ts'
import { recordBatch, writeBatch } from '../steps/write-batch.ts'

/** Throws a draft away; its awards wait again. */
export async function discardBatch(context: Context, input: { id: string; version: number }): Promise<BatchRow> {
  mustListAwards(context.actor)
  const batch = await lockBatch(context, { step: 'discard', ...input })
  await releaseAwards(context, (await readRows(context, batch.id)).map(({ awardId }) => awardId))
  await writeBatch(context, batch, { status: 'discarded' })
  await recordBatch(context, batch, { verb: 'award-batch.discarded' })
  return getBatchRow(context, batch.id)
}
