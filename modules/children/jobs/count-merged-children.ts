import { replaceSubject } from '#modules/figures/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/**
 * What other modules count of a merged record (cases, visits, plans) counts the child that goes on, so that distinct counts see one child; after an undo
 * it counts two again. Runs on the merge, and each night for what was written about the merged record since.
 */
export const countMergedChildren: JobDefinition = {
  name: 'count-merged-children',
  listensTo: ['child.merged', 'child.merge-undone'],
  schedule: '20 3 * * *',
  run: async (context, event) => {
    if (event?.verb === 'child.merge-undone') return countApart(context, String(event.details['mergeId']))
    const { tx, actor } = context
    let standing = tx.selectFrom('children.merges').select(['id', 'keptId', 'mergedId', 'countedRecordIds']).where('cityId', '=', actor.cityId)
      .where('undoneAt', 'is', null)
    if (event !== null) standing = standing.where('mergedId', '=', event.subjectId)
    for (const merge of await standing.execute()) await countTogether(context, merge)
  },
}

type Merge = { id: string; keptId: string; mergedId: string; countedRecordIds: string[] }

async function countTogether(context: Context, { id, keptId, mergedId, countedRecordIds }: Merge): Promise<void> {
  const moved = await replaceSubject(context, { from: mergedId, to: keptId })
  if (moved.length === 0) return
  await context.tx.updateTable('children.merges').set({ countedRecordIds: [...new Set([...countedRecordIds, ...moved])] })
    .where('cityId', '=', context.actor.cityId).where('id', '=', id).execute()
}

async function countApart(context: Context, mergeId: string): Promise<void> {
  const { tx, actor } = context
  const merge = await tx.selectFrom('children.merges').select(['keptId', 'mergedId', 'countedRecordIds']).where('cityId', '=', actor.cityId)
    .where('id', '=', mergeId).executeTakeFirst()
  if (merge === undefined || merge.countedRecordIds.length === 0) return
  await replaceSubject(context, { from: merge.keptId, to: merge.mergedId, recordIds: merge.countedRecordIds })
}
