import { sql } from 'kysely'
import { completeTask, sendNotice } from '#modules/notices/index.ts'
import { dayInChina } from '#platform/values/local-date.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { findOfficers } from '../queries/find-officers.ts'
import { incidentKindNames } from '../rules/words.ts'

/** An incident reaches the responsible persons at once, as something to be closed; closing it ends the to-do. Run twice it sends once. */
export const tellOfIncident: JobDefinition = {
  name: 'tell-of-incident',
  listensTo: ['incident.recorded', 'incident.closed'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    if (event.verb === 'incident.closed') {
      await completeTask(context, { sourceKind: 'incident', sourceId: event.subjectId })
      return
    }
    const { rows } = await sql<{ scopeCode: string; kind: keyof typeof incidentKindNames; authorityDueAt: Date; status: string }>`
      select scope_code::text as scope_code, kind, authority_due_at, status from protection.incidents
       where city_id = ${context.actor.cityId} and id = ${event.subjectId} for share`.execute(context.tx)
    const incident = rows[0]
    if (incident === undefined || incident.status === 'closed') return
    await sendNotice(context, await findOfficers(context, { scopeCode: incident.scopeCode, permission: 'incident.close' }), {
      title: `未成年人信息安全事件（${incidentKindNames[incident.kind]}），请立即处置、报告并告知监护人`, link: `/incidents/${event.subjectId}`,
      task: { dueOn: dayInChina(incident.authorityDueAt) }, source: { verb: event.verb, key: event.entryId, kind: 'incident', id: event.subjectId },
    })
  },
}
