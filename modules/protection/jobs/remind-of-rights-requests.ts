import { sql } from 'kysely'
import { sendNotice } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays, formatChinese } from '#platform/values/local-date.ts'
import { findLimits } from '../queries/find-limits.ts'
import { findOfficers } from '../queries/find-officers.ts'

type Waiting = { id: string; scopeCode: string; dueOn: string; maskedName: string; recordedBy: string | null }

/** Each morning: a request whose last day is near is told of once, and once more when it has passed. */
export const remindOfRightsRequests: JobDefinition = {
  name: 'remind-of-rights-requests',
  schedule: '10 7 * * *',
  run: async (context) => {
    const { tx, actor, today } = context
    const { rightsWarnDays } = await findLimits(context)
    const { rows } = await sql<Waiting>`
      select asked.id, asked.scope_code::text as scope_code, asked.due_on, child.masked_name, asked.recorded_by
        from protection.rights_requests asked
        join children.published_files child on child.city_id = ${actor.cityId} and child.id = asked.child_id
       where asked.city_id = ${actor.cityId} and asked.status <> 'sent' and asked.due_on <= ${addDays(today, rightsWarnDays)}::date
       order by asked.due_on, asked.id`.execute(tx)
    for (const waiting of rows) {
      const isLate = waiting.dueOn < today
      const officers = await findOfficers(context, { scopeCode: waiting.scopeCode, permission: 'rights.decide', except: waiting.recordedBy })
      await sendNotice(context, officers, {
        title: isLate
          ? `${waiting.maskedName}的信息权利请求已超过答复期限（${formatChinese(waiting.dueOn)}），请立即书面答复`
          : `${waiting.maskedName}的信息权利请求将于${formatChinese(waiting.dueOn)}到期，请书面答复`,
        link: `/rights-requests/${waiting.id}`,
        source: { verb: 'remind-of-rights-requests', key: `${waiting.id}:${isLate ? 'late' : 'soon'}`, kind: 'rights-request', id: waiting.id },
      })
    }
  },
}
