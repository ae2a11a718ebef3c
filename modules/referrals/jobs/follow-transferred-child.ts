import type { JobDefinition } from '#platform/jobs/definition.ts'

/**
 * A child went over to another unit: what was sent about it and still goes on is led there from now on; what had ended stays with the unit that sent it.
 * The receiver learns who its partner is now.
 */
export const followTransferredChild: JobDefinition = {
  name: 'follow-transferred-referrals',
  listensTo: ['child.transferred'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const { tx, actor, now } = context
    const { unitId, scopeCode } = event.details['to'] as { unitId: string; scopeCode: string }
    const moved = await tx.updateTable('referrals.referrals').set((is) => ({ fromUnitId: unitId, scopeCode, version: is('version', '+', 1), updatedAt: now }))
      .where('cityId', '=', actor.cityId).where('childId', '=', event.subjectId).where('party', '=', 'sender').where('status', 'in', ['draft', 'sent',
        'accepted'])
      .where('fromUnitId', '<>', unitId).returning('referralId').execute()
    if (moved.length === 0) return
    await tx.updateTable('referrals.referrals').set((is) => ({ fromUnitId: unitId, version: is('version', '+', 1), updatedAt: now }))
      .where('cityId', '=', actor.cityId).where('party', '=', 'receiver').where('referralId', 'in', moved.map(({ referralId }) => referralId)).execute()
  },
}
