import type { JobDefinition } from '#platform/jobs/definition.ts'

/**
 * After a merger the city knows that the successor holds the children of the unit that closed, and a transfer that still waits goes on with the successor
 * in its place. Their own rows follow with all others.
 */
export const followMergedUnit: JobDefinition = {
  name: 'follow-merged-unit',
  listensTo: ['unit.merged'],
  run: async ({ tx, actor, now }, event) => {
    const into = event?.details['into'] as { unitId: string } | undefined
    if (event === null || event.subjectId === null || into === undefined) return
    await tx.updateTable('children.personIndex').set({ unitId: into.unitId })
      .where('cityId', '=', actor.cityId).where('unitId', '=', event.subjectId).execute()
    for (const column of ['toUnitId', 'fromUnitId'] as const) {
      await tx.updateTable('children.transfers').set((is) => ({ [column]: into.unitId, version: is('version', '+', 1), updatedAt: now }))
        .where('cityId', '=', actor.cityId).where(column, '=', event.subjectId).where('status', 'in', ['pending', 'accepted']).execute()
    }
  },
}
