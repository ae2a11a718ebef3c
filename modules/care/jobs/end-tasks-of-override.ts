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
    // The words are those of the decision as it stands: an erasure of the child takes them away.
    const decided = await context.tx.selectFrom('care.assessments').select(['overrideDecidedName', 'overrideAnswer'])
      .where('cityId', '=', context.actor.cityId).where('id', '=', event.subjectId).executeTakeFirst()
    await sendNotice(context, [{ accountId: assessedBy, scopeCode: event.scopeCode }], {
      title: event.verb === 'override.approved' ? '颜色调整已获同意' : '颜色调整未获同意，按量表的颜色走访',
      body: wordsOf(decided?.overrideDecidedName ?? null, decided?.overrideAnswer ?? null), link: `/cases/${caseId}`,
      source: { verb: event.verb, key: event.entryId, kind: 'assessment', id: event.subjectId },
    })
  },
}

/** Who decided, and what was said to whoever assessed. */
const wordsOf = (name: string | null, answer: string | null): string => (answer === null ? '' : `${name ?? ''}说明：${answer}`)
