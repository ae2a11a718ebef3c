import type { JobDefinition } from '#platform/jobs/definition.ts'
import { replaceSubject } from '#modules/figures/index.ts'
import { holderMeasures } from '../commands/steps/post-rows.ts'

/** Two records of one volunteer became one: whoever holds posts under both is one holder. */
export const followMergedHolder: JobDefinition = {
  name: 'follow-merged-holder',
  listensTo: ['volunteer.merged'],
  run: async (context, event) => {
    const { tx, actor } = context
    const { keptId, mergedId } = event?.details ?? {}
    if (typeof keptId !== 'string' || typeof mergedId !== 'string') return
    await tx.updateTable('organization.terms').set({ volunteerId: keptId }).where('cityId', '=', actor.cityId).where('volunteerId', '=', mergedId).execute()
    await tx.updateTable('organization.terms').set({ personId: keptId }).where('cityId', '=', actor.cityId).where('personId', '=', mergedId).execute()
    await replaceSubject(context, { from: mergedId, to: keptId, measures: holderMeasures })
  },
}
