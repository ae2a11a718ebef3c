import { sql } from 'kysely'
import { completeTask, sendNotice } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { findOfficers } from '../queries/find-officers.ts'
import { rightsKindNames } from '../rules/words.ts'

type Asked = { scopeCode: string; kind: keyof typeof rightsKindNames; dueOn: string; recordedBy: string | null; maskedName: string; status: string }

/** A new request becomes a to-do of the responsible persons, other than who recorded it; handing the answer over ends it. Run twice it sends once. */
export const tellOfRightsRequest: JobDefinition = {
  name: 'tell-of-rights-request',
  listensTo: ['rights-request.recorded', 'rights-reply.sent'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    if (event.verb === 'rights-reply.sent') {
      await completeTask(context, { sourceKind: 'rights-request', sourceId: event.subjectId })
      return
    }
    const { rows } = await sql<Asked>`
      select asked.scope_code::text as scope_code, asked.kind, asked.due_on, asked.recorded_by, child.masked_name, asked.status
        from protection.rights_requests asked
        join children.published_files child on child.city_id = ${context.actor.cityId} and child.id = asked.child_id
       where asked.city_id = ${context.actor.cityId} and asked.id = ${event.subjectId} for share of asked`.execute(context.tx)
    const asked = rows[0]
    // Answered before it could be told: nothing waits any more. A later answer waits for this and ends the to-do.
    if (asked === undefined || asked.status === 'sent') return
    const officers = await findOfficers(context, { scopeCode: asked.scopeCode, permission: 'rights.decide', except: asked.recordedBy })
    await sendNotice(context, officers, {
      title: `${asked.maskedName}的信息权利请求（${rightsKindNames[asked.kind]}），请于${formatChinese(asked.dueOn)}前书面答复`,
      link: `/rights-requests/${event.subjectId}`, task: { dueOn: asked.dueOn },
      source: { verb: event.verb, key: event.entryId, kind: 'rights-request', id: event.subjectId },
    })
  },
}
