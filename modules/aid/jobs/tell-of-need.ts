import { findOfficePeople, completeTask, sendNotice } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/** A need was raised: an office that did not raise it gets the task to decide. Decided, the task ends and who raised it is told. */
export const tellOfNeed: JobDefinition = {
  name: 'tell-of-need',
  listensTo: ['need.raised', 'need.approved', 'need.declined', 'need.withdrawn'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const { tx, actor } = context
    const need = await tx.selectFrom('aid.needs').select(['id', 'scopeCode', 'label', 'status', 'raisedBy', 'wantedBy']).where('cityId', '=', actor.cityId)
      .where('id', '=', event.subjectId).executeTakeFirst()
    if (need === undefined) return
    const source = { verb: event.verb, key: event.entryId, kind: 'need', id: need.id }
    if (event.verb === 'need.raised' && need.status === 'raised') {
      const people = await findOfficePeople(context, { scopeCode: need.scopeCode, permission: 'need.approve', but: need.raisedBy })
      await sendNotice(context, people, { title: `${need.label}有一项需求待审批`, link: `/needs/${need.id}`, task: { dueOn: need.wantedBy }, source })
      return
    }
    if (need.status !== 'raised') await completeTask(context, { sourceKind: 'need', sourceId: need.id })
    if (need.raisedBy === null || event.verb === 'need.withdrawn' || event.verb === 'need.raised') return
    const word = event.verb === 'need.approved' ? '已批准' : '未批准，打开可看原因'
    await sendNotice(context, [{ accountId: need.raisedBy, scopeCode: need.scopeCode }], {
      title: `${need.label}的需求${word}`, link: `/needs/${need.id}`, source,
    })
  },
}
