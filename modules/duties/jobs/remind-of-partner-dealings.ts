import { sendToUnitRole } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays } from '#platform/values/local-date.ts'
import { findBodies } from '../queries/bodies.ts'
import { readKinds } from '../queries/disclosures/disclosure-kinds.ts'
import { findPartnerHits } from '../queries/relations/partners.ts'

/**
 * Soon after a project was approved, and each night: where a partner is a related party, whoever keeps the list is asked to record the dealing. It is a task
 * until then, once for each project and party, due when the rule that holds today wants the dealing disclosed; where none does, nothing is asked.
 */
export const remindOfPartnerDealings: JobDefinition = {
  name: 'remind-of-partner-dealings',
  listensTo: ['project.approved'],
  schedule: '45 1 * * *',
  run: async (context) => {
    const days = (await readKinds(context)).find(({ causes, dueRule }) => causes.includes('dealing') && dueRule === 'days-after')?.dueNumber
    if (days === undefined) return
    for (const body of await findBodies(context)) {
      if (body.kind === null) continue
      for (const { projectId, partyId, projectName, approvedOn } of await findPartnerHits(context, body.id)) {
        await sendToUnitRole(context, { scopeCode: body.scopeCode, permission: 'board.write' }, {
          title: `项目“${projectName}”的合作方可能是关联方，请登记关联往来`, body: `请核对名单，属实的填写金额和日期登记；关联往来须在发生后${days}日内公开。`,
          link: `/related-parties?book=${body.id}`, task: { dueOn: addDays(approvedOn, days) },
          source: { verb: 'remind-of-partner-dealings', key: `${projectId}:${partyId}`, kind: 'partner-dealing', id: projectId },
        })
      }
    }
  },
}
