import { sendToUnitRole } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/** A list of civil affairs says otherwise than the register, and somebody decided to look: the unit of the child gets a task. */
export const tellOfMarkedVisits: JobDefinition = {
  name: 'tell-of-marked-visits',
  listensTo: ['child.marked-for-visit'],
  run: async (context, event) => {
    const { unitId, maskedName } = event?.details ?? {}
    if (event === null || event.subjectId === null || typeof unitId !== 'string' || typeof maskedName !== 'string') return
    await sendToUnitRole(context, { unitId, permission: 'child.correct' }, {
      title: `民政名单与登记不一致，请走访核实：${maskedName}`, body: '核实后请更正情况或民政认定。', link: `/children/${event.subjectId}`, task: { dueOn: null },
      source: { verb: event.verb, key: event.entryId, kind: 'child', id: event.subjectId },
    })
  },
}
