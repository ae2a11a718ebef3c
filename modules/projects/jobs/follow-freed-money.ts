import { sql } from 'kysely'
import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { formatYuan } from '#platform/values/money.ts'

/**
 * A commitment was released in the ledger by hand, or expired: a project keeps how much that was unless it is closed, and who runs it has a to-do to reserve it
 * anew; an approved batch is paid from what its fund has free. What a project or batch released itself points elsewhere already. Each night it looks for what
 * was released before this was kept; run again it finds nothing.
 */
export const followFreedMoney: JobDefinition = {
  name: 'follow-freed-money',
  listensTo: ['commitment.released', 'commitment.expired'],
  schedule: '30 3 * * *',
  run: async (context, event) => {
    const { tx, actor } = context
    if (event !== null && event.subjectId === null) return
    const ended = sql`c.city_id = ${actor.cityId} ${event === null ? sql`` : sql`and c.id = ${event.subjectId}::uuid`}`
    await sql`update projects.batches b set commitment_id = null from ledger.published_ended_reservations c
      where ${ended} and b.city_id = ${actor.cityId} and b.commitment_id = c.id and b.status = 'approved'`.execute(tx)
    const { rows } = await sql<Freed>`update projects.project_sources s
      set commitment_id = null, freed_fen = s.freed_fen + case when p.status = 'closed' then 0 else c.left_fen end
      from ledger.published_ended_reservations c, projects.projects p, ledger.published_funds f
      where ${ended} and s.city_id = ${actor.cityId} and s.commitment_id = c.id and p.city_id = ${actor.cityId} and p.id = s.project_id
        and f.city_id = ${actor.cityId} and f.id = s.fund_id
      returning p.id, p.name, p.status, p.scope_code::text as scope_code, f.name as fund_name, c.id as commitment_id,
        c.left_fen::float8 as left_fen`.execute(tx)
    for (const freed of rows) if (freed.status === 'running' && freed.leftFen > 0) await tell(context, freed)
  },
}

type Freed = { id: string; name: string; status: string; scopeCode: string; fundName: string; commitmentId: string; leftFen: number }

async function tell(context: Context, { id, name, scopeCode, fundName, commitmentId, leftFen }: Freed): Promise<void> {
  await sendNotice(context, await findOfficePeople(context, { scopeCode, permission: 'project.run' }), {
    title: `“${name}”在${fundName}预留的${formatYuan(leftFen)}元已在账上解除`, link: `/projects/${id}`, task: { dueOn: null },
    body: '项目还要用这笔钱的（如年末结账前解除的），请打开项目重新预留；没有预留，资助批次不能从项目付款。',
    source: { verb: 'follow-freed-money', key: commitmentId, kind: 'project-money', id },
  })
}
