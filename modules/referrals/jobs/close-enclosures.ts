import type { JobDefinition } from '#platform/jobs/definition.ts'

/** Each night: what receivers may no longer open is removed from their rows. */
export const closeEnclosures: JobDefinition = {
  name: 'close-enclosures',
  schedule: '20 0 * * *',
  run: async ({ tx, actor, today }) => {
    await tx.updateTable('referrals.referrals').set({ sealedEnclosure: null }).where('cityId', '=', actor.cityId).where('party', '=', 'receiver')
      .where('openUntil', '<', today).where('sealedEnclosure', 'is not', null).execute()
  },
}
