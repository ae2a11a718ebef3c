import { sql } from 'kysely'
import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { formatYuan } from '#platform/values/money.ts'

/**
 * A commitment was released in the ledger by hand, or expired: a running project keeps how much that was, and who runs it has a to-do to reserve it anew;
 * an approved batch is paid from what its fund has free. What a project or batch released itself points elsewhere already. Run again it finds nothing.
 */
export const followFreedMoney: JobDefinition = {
  name: 'follow-freed-money',
  listensTo: ['commitment.released', 'commitment.expired'],
  run: async (context, event) => {
    const leftFen = Number(event?.details['leftFen'])
    if (event === null || event.subjectId === null || !Number.isSafeInteger(leftFen)) return
    const { tx, actor } = context
    await tx.updateTable('projects.batches').set({ commitmentId: null }).where('cityId', '=', actor.cityId)
      .where('commitmentId', '=', event.subjectId).where('status', '=', 'approved').execute()
    const { rows: [freed] } = await sql<Freed>`update projects.project_sources s set commitment_id = null, freed_fen = s.freed_fen + ${leftFen}
      from projects.projects p, ledger.published_funds f
      where s.city_id = ${actor.cityId} and s.commitment_id = ${event.subjectId}::uuid and p.city_id = s.city_id and p.id = s.project_id
        and f.city_id = s.city_id and f.id = s.fund_id
      returning p.id, p.name, p.status, p.scope_code::text as scope_code, f.name as fund_name`.execute(tx)
    if (freed !== undefined && freed.status === 'running' && leftFen > 0) await tell(context, freed, { leftFen, key: event.entryId })
  },
}

type Freed = { id: string; name: string; status: string; scopeCode: string; fundName: string }

async function tell(context: Context, { id, name, scopeCode, fundName }: Freed, { leftFen, key }: { leftFen: number; key: string }): Promise<void> {
  await sendNotice(context, await findOfficePeople(context, { scopeCode, permission: 'project.run' }), {
    title: `“${name}”在${fundName}预留的${formatYuan(leftFen)}元已在账上解除`, link: `/projects/${id}`, task: { dueOn: null },
    body: '项目还要用这笔钱的（如年末结账前解除的），请打开项目重新预留；没有预留，资助批次不能从项目付款。',
    source: { verb: 'follow-freed-money', key, kind: 'project-money', id },
  })
}
