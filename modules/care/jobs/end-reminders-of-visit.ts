import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'
import { completeTask } from '#modules/notices/index.ts'

/** A visit that was made, or a closed case, ends the reminders about the case. Most visits have none: those of a moment are looked at together. */
export const endRemindersOfVisit: JobDefinition = {
  name: 'end-reminders-of-visit',
  listensTo: ['visit.recorded', 'child-case.closed'],
  run: async (context, event) => {
    await completeTask(context, { sourceKind: 'child-case', sourceId: event === null ? [] : casesOf([event]) })
  },
  runTogether: async (context, events) => {
    await completeTask(context, { sourceKind: 'child-case', sourceId: casesOf(events) })
  },
}

const casesOf = (events: readonly JobEvent[]) => events
  .map((event) => (event.verb === 'child-case.closed' ? event.subjectId : event.details['outcome'] === 'made' ? event.details['caseId'] : null))
  .filter((caseId) => typeof caseId === 'string')
