import { sql } from 'kysely'
import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

type Waiting = { title: string; recordedBy: string | null; endsOn: string | null }

/** An objection came, by whatever way: who answers objections, other than who wrote it down, has a task until it is answered. Run again it tells nobody. */
export const tellOfObjection: JobDefinition = {
  name: 'tell-of-objection',
  listensTo: ['objection.recorded', 'objection.sent'],
  run: async (context, event) => {
    const id = event?.details['objectionId']
    if (event === null || typeof id !== 'string') return
    const { tx, actor } = context
    const { rows: [waiting] } = await sql<Waiting>`select b.title, o.recorded_by, l.ends_on
      from projects.objections o join projects.batches b on b.city_id = o.city_id and b.id = o.batch_id and b.round = o.round
      left join projects.public_lists l on l.city_id = o.city_id and l.batch_id = o.batch_id
      where o.city_id = ${actor.cityId} and o.id = ${id}::uuid and o.outcome is null`.execute(tx)
    if (waiting === undefined) return
    const { title, recordedBy, endsOn } = waiting
    const people = await findOfficePeople(context, { scopeCode: event.scopeCode, permission: 'objection.answer', but: recordedBy })
    await sendNotice(context, people, {
      title: `资助批次“${title}”的公示收到异议`, body: '请核查后答复；全部答复以前，这个批次不能最后批准。', link: `/award-batches/${event.subjectId}`,
      task: { dueOn: endsOn }, source: { verb: 'tell-of-objection', key: id, kind: 'objection', id },
    })
  },
}
