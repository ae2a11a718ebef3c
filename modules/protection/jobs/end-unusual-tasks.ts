import { completeTask } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/** A judged access is no longer anybody's to-do. */
export const endUnusualTasks: JobDefinition = {
  name: 'end-unusual-tasks',
  listensTo: ['unusual-access.decided'],
  run: async (context, event) => {
    if (event?.subjectId) await completeTask(context, { sourceKind: 'unusual-access', sourceId: event.subjectId })
  },
}
