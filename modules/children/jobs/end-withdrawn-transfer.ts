import { completeTask } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/** A question or an offer was taken back: the other party's row says so and nobody has to answer any more. An answer that crossed it carries nothing out. */
export const endWithdrawnTransfer: JobDefinition = {
  name: 'end-withdrawn-transfer',
  listensTo: ['child-transfer.withdrawn'],
  run: async ({ tx, actor, now, today, ...context }, event) => {
    const transferId = event?.details['transferId']
    if (typeof transferId !== 'string') return
    const held = await tx.updateTable('children.transfers')
      .set((is) => ({ status: 'withdrawn', answeredOn: today, version: is('version', '+', 1), updatedAt: now }))
      .where('cityId', '=', actor.cityId).where('transferId', '=', transferId).whereRef('party', '<>', 'beganBy')
      .where('status', 'in', ['pending', 'accepted', 'rejected'])
      .returning('id').executeTakeFirst()
    if (held !== undefined) await completeTask({ ...context, tx, actor, now, today }, { sourceKind: 'child-transfer', sourceId: held.id })
  },
}
