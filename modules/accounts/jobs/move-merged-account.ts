import type { JobDefinition } from '#platform/jobs/definition.ts'

/** Two records of one volunteer became one: an account of the record that ended belongs to the other, so that its person goes on working. */
export const moveMergedAccount: JobDefinition = {
  name: 'move-merged-account',
  listensTo: ['volunteer.merged'],
  run: async ({ tx, actor }, event) => {
    const { keptId, mergedId } = event?.details ?? {}
    if (typeof keptId !== 'string' || typeof mergedId !== 'string') return
    await tx.updateTable('accounts.accounts').set({ volunteerId: keptId })
      .where('cityId', '=', actor.cityId).where('volunteerId', '=', mergedId).execute()
  },
}
