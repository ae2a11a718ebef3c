import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { BatchStatus } from '../../contract.ts'
import type { HeldBatch } from '../../queries/lock-batch.ts'

type Change = Partial<{
  status: BatchStatus; round: number; rowsCount: number; totalFen: number; listHash: Buffer | null; commitmentId: string | null; submittedOn: string | null
  approvedOn: string; settledOn: string; returnReason: string
}>

/** Writes a step of a batch's life; its version goes on. */
export async function writeBatch({ tx, actor, now }: Context, batch: Pick<HeldBatch, 'id' | 'version'>, change: Change): Promise<void> {
  await tx.updateTable('projects.batches').set({ ...change, version: batch.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', batch.id).execute()
}

/** Counts a payment file; the batch itself is as it was, whoever has it on the screen may go on. */
export async function countFile({ tx, actor }: Context, batch: Pick<HeldBatch, 'id' | 'filesMade'>): Promise<void> {
  await tx.updateTable('projects.batches').set({ filesMade: batch.filesMade + 1 }).where('cityId', '=', actor.cityId).where('id', '=', batch.id).execute()
}

/** Records a step of a batch; nobody on its list is named. */
export async function recordBatch(
  context: Context, batch: { id: string; scopeCode: string },
  { verb, reason, details = {} }: { verb: string; reason?: string; details?: Record<string, unknown> },
): Promise<void> {
  await recordAudit(context, {
    verb, subjectKind: 'award-batch', subjectId: batch.id, scopeCode: batch.scopeCode, ...(reason === undefined ? {} : { reason }), details,
  })
}
