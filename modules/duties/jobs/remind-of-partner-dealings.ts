import { sendToUnitRole } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays } from '#platform/values/local-date.ts'
import { findBodies } from '../queries/bodies.ts'
import { findPartnerHits } from '../queries/relations/partners.ts'

/** A dealing is to be disclosed within these days. */
const disclosureDays = 30

/**
 * Soon after a project was approved, and each night: where a partner is a related party, whoever keeps the list is asked to record the dealing. It is a task
 * until then, once for each project and party.
 */
export const remindOfPartnerDealings: JobDefinition = {
  name: 'remind-of-partner-dealings',
  listensTo: ['project.approved'],
  schedule: '45 1 * * *',
  run: async (context) => {
    for (const body of await findBodies(context)) {
      if (body.kind === null) continue
      for (const { projectId, partyId, projectName, approvedOn } of await findPartnerHits(context, body.id)) {
        await sendToUnitRole(context, { scopeCode: body.scopeCode, permission: 'board.write' }, {
          title: `项目“${projectName}”的合作方可能是关联方，请登记关联往来`, body: '请核对名单，属实的填写金额和日期登记；登记后三十日内须公开。',
          link: `/related-parties?book=${body.id}`, task: { dueOn: addDays(approvedOn, disclosureDays) },
          source: { verb: 'remind-of-partner-dealings', key: `${projectId}:${partyId}`, kind: 'partner-dealing', id: projectId },
        })
      }
    }
  },
}
