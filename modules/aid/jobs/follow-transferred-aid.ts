import type { JobDefinition } from '#platform/jobs/definition.ts'

type Place = { unitId: string; scopeCode: string }

/** A child went over to another unit: its needs, acts and wishes follow; what was counted stays where it happened. Run again it moves nothing. */
export const followTransferredAid: JobDefinition = {
  name: 'follow-transferred-aid',
  listensTo: ['child.transferred'],
  run: async ({ tx, actor, now }, event) => {
    if (event === null || event.subjectId === null) return
    const { unitId, scopeCode } = event.details['to'] as Place
    for (const table of ['aid.needs', 'aid.acts', 'aid.wishes'] as const) {
      const moved = await tx.updateTable(table).set((is) => ({ unitId, scopeCode, version: is('version', '+', 1), updatedAt: now }))
        .where('cityId', '=', actor.cityId).where('childId', '=', event.subjectId).where('unitId', '<>', unitId).returning('id').execute()
      const ids = moved.map(({ id }) => id)
      if (ids.length === 0) continue
      if (table === 'aid.acts') await tx.updateTable('aid.shares').set({ scopeCode }).where('cityId', '=', actor.cityId).where('actId', 'in', ids).execute()
      if (table === 'aid.wishes') await tx.updateTable('aid.claims').set({ scopeCode }).where('cityId', '=', actor.cityId).where('wishId', 'in', ids).execute()
    }
  },
}
