import { completeTask } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/** A named person has the report in hand: the others are no longer pressed. */
export const endReportTasks: JobDefinition = {
  name: 'end-report-tasks',
  listensTo: ['mandatory-report.opened', 'mandatory-report.closed'],
  run: async (context, event) => {
    if (event !== null && event.subjectId !== null) await completeTask(context, { sourceKind: 'mandatory-report', sourceId: event.subjectId })
  },
}
