import { replaceSubject } from '#modules/figures/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/**
 * What other modules count of a merged record (cases, visits, plans, aid) counts the child that goes on, so that distinct counts see one child, and one
 * household for the two that the records name; after an undo it counts two again. Runs on the merge, and each night for what was written about the merged
 * record since.
 */
export const countMergedChildren: JobDefinition = {
  name: 'count-merged-children',
  listensTo: ['child.merged', 'child.merge-undone'],
  schedule: '20 3 * * *',
  run: async (context, event) => {
    if (event?.verb === 'child.merge-undone') return countApart(context, String(event.details['mergeId']))
    const { tx, actor } = context
    let standing = tx.selectFrom('children.merges').select(['id', ...columns]).where('cityId', '=', actor.cityId)
      .where('undoneAt', 'is', null)
    if (event !== null) standing = standing.where('mergedId', '=', event.subjectId)
    for (const merge of await standing.execute()) await countTogether(context, merge)
  },
}

const columns = ['keptId', 'mergedId', 'keptHouseholdId', 'mergedHouseholdId', 'countedRecordIds'] as const
type Held = { keptId: string; mergedId: string; keptHouseholdId: string; mergedHouseholdId: string; countedRecordIds: string[] }
type Merge = Held & { id: string }

/** The child, and its household where the two records name different ones. */
function pairsOf({ keptId, mergedId, keptHouseholdId, mergedHouseholdId }: Held): { kept: string; merged: string }[] {
  return [{ kept: keptId, merged: mergedId }, ...keptHouseholdId !== mergedHouseholdId ? [{ kept: keptHouseholdId, merged: mergedHouseholdId }] : []]
}

async function countTogether(context: Context, merge: Merge): Promise<void> {
  const { id, countedRecordIds } = merge
  const moved: string[] = []
  for (const { kept, merged } of pairsOf(merge)) moved.push(...await replaceSubject(context, { from: merged, to: kept }))
  if (moved.length === 0) return
  await context.tx.updateTable('children.merges').set({ countedRecordIds: [...new Set([...countedRecordIds, ...moved])] })
    .where('cityId', '=', context.actor.cityId).where('id', '=', id).execute()
}

async function countApart(context: Context, mergeId: string): Promise<void> {
  const { tx, actor } = context
  const merge = await tx.selectFrom('children.merges').select(columns).where('cityId', '=', actor.cityId)
    .where('id', '=', mergeId).executeTakeFirst()
  if (merge === undefined || merge.countedRecordIds.length === 0) return
  for (const { kept, merged } of pairsOf(merge)) await replaceSubject(context, { from: kept, to: merged, recordIds: merge.countedRecordIds })
}
