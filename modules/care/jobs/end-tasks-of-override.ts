import type { JobDefinition } from '#platform/jobs/definition.ts'
import { completeTask, sendNotice } from '#modules/notices/index.ts'

/** A wished colour was decided: the tasks about it end, and whoever wished it hears the answer. */
export const endTasksOfOverride: JobDefinition = {
  name: 'end-tasks-of-override',
  listensTo: ['override.approved', 'override.rejected'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    await completeTask(context, { sourceKind: 'assessment', sourceId: event.subjectId })
    const { assessedBy, caseId } = event.details
    if (typeof assessedBy !== 'string' || typeof caseId !== 'string') return
    await sendNotice(context, [{ accountId: assessedBy, scopeCode: event.scopeCode }], {
      title: event.verb === 'override.approved' ? '颜色调整已获同意' : '颜色调整未获同意，按量表的颜色走访', link: `/cases/${caseId}`,
      source: { verb: event.verb, key: event.entryId, kind: 'assessment', id: event.subjectId },
    })
  },
}
