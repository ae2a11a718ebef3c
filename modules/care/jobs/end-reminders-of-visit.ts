import type { JobDefinition } from '#platform/jobs/definition.ts'
import { completeTask } from '#modules/notices/index.ts'

/** A visit that was made, or a closed case, ends the reminders about the case. */
export const endRemindersOfVisit: JobDefinition = {
  name: 'end-reminders-of-visit',
  listensTo: ['visit.recorded', 'child-case.closed'],
  run: async (context, event) => {
    const caseId = event?.verb === 'child-case.closed' ? event.subjectId : event?.details['outcome'] === 'made' ? event.details['caseId'] : null
    if (typeof caseId === 'string') await completeTask(context, { sourceKind: 'child-case', sourceId: caseId })
  },
}
