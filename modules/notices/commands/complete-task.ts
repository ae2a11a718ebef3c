import type { Context } from '#platform/http/context.ts'

/**
 * Ends every open task about a record or several, whoever has it, because the work itself was recorded; says how many. Called in the transaction of
 * that work it ends the tasks inside the actor's range, called by a job those of the whole city.
 */
export async function completeTask({ tx, actor, now }: Context, source: { sourceKind: string; sourceId: string | readonly string[] }): Promise<number> {
  const sourceIds = [source.sourceId].flat()
  if (sourceIds.length === 0) return 0
  const result = await tx.updateTable('notices.notices')
    .set((is) => ({ doneAt: now, readAt: is.fn.coalesce('readAt', is.val(now)) }))
    .where('cityId', '=', actor.cityId).where('sourceKind', '=', source.sourceKind).where('sourceId', 'in', sourceIds)
    .where('kind', '=', 'task').where('doneAt', 'is', null).executeTakeFirst()
  return Number(result.numUpdatedRows)
}
