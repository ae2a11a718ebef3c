import { sendNotice } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { findOfficers } from '../queries/find-officers.ts'

/**
 * A child went over to another unit: requests that still wait for an answer go along with their day, because only the new unit can answer them. What was
 * answered stays with the unit that answered, incidents with the unit where they happened, unusual access with the unit of the reader.
 */
export const followTransferredChild: JobDefinition = {
  name: 'follow-transferred-rights',
  listensTo: ['child.transferred'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const { tx, actor, now } = context
    const { unitId, scopeCode } = event.details['to'] as { unitId: string; scopeCode: string }
    const moved = await tx.updateTable('protection.rightsRequests').set((is) => ({ unitId, scopeCode, version: is('version', '+', 1), updatedAt: now }))
      .where('cityId', '=', actor.cityId).where('childId', '=', event.subjectId).where('status', '<>', 'sent').where('unitId', '<>', unitId)
      .returning(['id', 'dueOn']).execute()
    for (const { id, dueOn } of moved) {
      await sendNotice(context, await findOfficers(context, { scopeCode, permission: 'rights.decide' }), {
        title: '随转入的孩子转来一件权利申请，请按期答复', link: `/rights-requests/${id}`, task: { dueOn },
        source: { verb: event.verb, key: `${event.entryId}:${id}`, kind: 'rights-request', id },
      })
    }
  },
}
