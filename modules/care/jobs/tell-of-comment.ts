import { sql } from 'kysely'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { sendNotice, type Recipient } from '#modules/notices/index.ts'

/** A visit was commented on: the volunteers who went and whoever recorded it hear that there is something to read. */
export const tellOfComment: JobDefinition = {
  name: 'tell-of-comment',
  listensTo: ['visit.commented'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const { tx, actor } = context
    const comment = await tx.selectFrom('care.visitComments').select('commentedBy')
      .where('cityId', '=', actor.cityId).where('id', '=', String(event.details['commentId'])).executeTakeFirst()
    const { rows } = await sql<Recipient>`
      select distinct l.account_id, l.scope_code::text as scope_code from care.visit_volunteers w
        cross join lateral access.list_volunteer_accounts(w.volunteer_id) l
       where w.city_id = ${actor.cityId} and w.visit_id = ${event.subjectId}`.execute(tx)
    const visit = await tx.selectFrom('care.visits').select('recordedBy')
      .where('cityId', '=', actor.cityId).where('id', '=', event.subjectId).executeTakeFirst()
    const recorder = visit?.recordedBy ?? null
    const isTold = recorder === null || rows.some(({ accountId }) => accountId === recorder)
    const told = isTold ? rows : [...rows, { accountId: recorder, scopeCode: event.scopeCode }]
    await sendNotice(context, told.filter(({ accountId }) => accountId !== comment?.commentedBy), {
      title: '您的走访收到一条留言', link: `/visits/${event.subjectId}`,
      source: { verb: event.verb, key: event.entryId, kind: 'visit', id: event.subjectId },
    })
  },
}
