import type { JobDefinition } from '#platform/jobs/definition.ts'

/** A child went over to another unit: what phones wrote about it and still waits is decided there, and files go with their visits. */
export const followTransferredChild: JobDefinition = {
  name: 'carry-letters-of-transferred-child',
  listensTo: ['child.transferred'],
  run: async ({ tx, actor }, event) => {
    if (event === null || event.subjectId === null) return
    const to = event.details['to'] as { scopeCode: string }
    await tx.updateTable('phone.letters').set({ scopeCode: to.scopeCode })
      .where('cityId', '=', actor.cityId).where('childId', '=', event.subjectId).where('status', '=', 'waiting').execute()
    await tx.updateTable('phone.visitFiles').set({ scopeCode: to.scopeCode })
      .where('cityId', '=', actor.cityId).where('childId', '=', event.subjectId).execute()
  },
}
