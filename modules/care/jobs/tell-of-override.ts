import type { JobDefinition } from '#platform/jobs/definition.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { completeTask, sendNotice } from '#modules/notices/index.ts'
import type { Colour } from '../contract.ts'
import { findOfficePeople } from '../queries/find-office-people.ts'
import { colourWords } from '../rules/words.ts'

/** A colour was wished against the scales: another person of the office, or of the one above, is asked to decide; what a newer assessment made moot ends. */
export const tellOfOverride: JobDefinition = {
  name: 'tell-of-override',
  listensTo: ['risk.assessed'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const { tx, actor } = context
    const assessments = await tx.selectFrom('care.assessments').select(['id', 'assessedBy', 'derivedColour', 'overrideColour', 'overrideStatus'])
      .where('cityId', '=', actor.cityId).where('caseId', '=', event.subjectId).where('overrideStatus', 'in', ['pending', 'lapsed']).execute()
    for (const { id, overrideStatus } of assessments) if (overrideStatus === 'lapsed') await completeTask(context, { sourceKind: 'assessment', sourceId: id })
    const asked = assessments.find(({ id, overrideStatus }) => overrideStatus === 'pending' && id === event.details['assessmentId'])
    if (asked === undefined) return
    await sendNotice(context, await findOfficePeople(context, codeOfScope(event.scopeCode), 'risk.approve', asked.assessedBy), {
      title: `请审批风险颜色调整：量表为${colourWords[asked.derivedColour as Colour]}，拟调整为${colourWords[asked.overrideColour as Colour]}`,
      body: '审批以前，按两种颜色中较重的一种安排走访。', link: `/cases/${event.subjectId}`, task: { dueOn: null },
      source: { verb: event.verb, key: event.entryId, kind: 'assessment', id: asked.id },
    })
  },
}
