import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustListAwards } from '../../access.ts'
import type { BatchRow, NewBatch } from '../../contract.ts'
import { getBatchRow } from '../../queries/batch-rows.ts'
import { loadGround } from '../../queries/list-award-grounds.ts'
import { loadRunningLine } from '../../queries/projects/line-of-budget.ts'
import { recordBatch } from '../steps/write-batch.ts'

/** Begins a batch that is paid out of one fund, from one bank account. */
export async function draftBatch(context: Context, input: NewBatch): Promise<BatchRow> {
  const { tx, actor, now } = context
  mustListAwards(actor)
  const ground = await loadGround(context, input)
  const { budgetLineId, ...fields } = input
  const line = budgetLineId === undefined ? null : await loadRunningLine(context, { ...input, budgetLineId })
  const id = newId()
  await tx.insertInto('projects.batches').values({
    cityId: actor.cityId, id, ...ground, ...fields, projectId: line?.projectId ?? null, budgetLineId: line?.id ?? null, status: 'draft',
    madeBy: actor.accountId, madeName: actor.personName, createdAt: now, updatedAt: now,
  }).execute()
  await recordBatch(context, { id, scopeCode: ground.scopeCode }, { verb: 'award-batch.drafted', details: { bookId: input.bookId, fundId: input.fundId } })
  return getBatchRow(context, id)
}
