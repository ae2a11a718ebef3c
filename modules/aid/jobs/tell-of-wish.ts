import { findOfficePeople, completeTask, sendNotice } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/** A wish was written: an office that did not write it gets the task to look at it. Published, returned or withdrawn, the task ends. */
export const tellOfWish: JobDefinition = {
  name: 'tell-of-wish',
  listensTo: ['wish.drafted', 'wish.updated', 'wish.published', 'wish.returned', 'wish.withdrawn'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const { tx, actor } = context
    const wish = await tx.selectFrom('aid.wishes').select(['id', 'scopeCode', 'label', 'status', 'authorId']).where('cityId', '=', actor.cityId)
      .where('id', '=', event.subjectId).executeTakeFirst()
    if (wish === undefined) return
    const source = { verb: event.verb, key: event.entryId, kind: 'wish', id: wish.id }
    if (wish.status === 'draft') {
      const people = await findOfficePeople(context, { scopeCode: wish.scopeCode, permission: 'wish.approve', but: wish.authorId })
      await sendNotice(context, people, { title: `${wish.label}有一个微心愿待审核`, link: `/wishes/${wish.id}`, task: { dueOn: null }, source })
      return
    }
    await completeTask(context, { sourceKind: 'wish', sourceId: wish.id })
    if (event.verb !== 'wish.returned' || wish.authorId === null) return
    await sendNotice(context, [{ accountId: wish.authorId, scopeCode: wish.scopeCode }], {
      title: `${wish.label}的微心愿退回修改，打开可看原因`, link: `/wishes/${wish.id}`, source,
    })
  },
}
