import { sql } from 'kysely'
import { sendNotice } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { findLimits } from '../queries/find-limits.ts'
import { findOfficers } from '../queries/find-officers.ts'

/** Each morning: emergency accesses that nobody has looked at in time are told of once more. */
export const remindOfEmergencies: JobDefinition = {
  name: 'remind-of-emergencies',
  schedule: '15 7 * * *',
  run: async (context) => {
    const { tx, actor, today } = context
    const { emergencyDays } = await findLimits(context)
    const { rows } = await sql<{ id: string; scopeCode: string; accountId: string; personName: string; maskedName: string }>`
      select asked.id, asked.scope_code::text as scope_code, asked.account_id, asked.person_name, child.masked_name
        from children.published_access_requests asked
        join children.published_files child on child.city_id = ${actor.cityId} and child.id = asked.child_id
       where asked.city_id = ${actor.cityId} and asked.is_emergency and asked.status = 'pending'
         and (asked.created_at at time zone 'Asia/Shanghai')::date + ${emergencyDays}::int < ${today}::date order by asked.created_at, asked.id`.execute(tx)
    for (const late of rows) {
      const officers = await findOfficers(context, { scopeCode: late.scopeCode, permission: 'access.decide', except: late.accountId })
      await sendNotice(context, officers, {
        title: `${late.personName}紧急查阅${late.maskedName}的档案已超过复核期限，请立即复核`, link: '/emergency-accesses',
        source: { verb: 'remind-of-emergencies', key: late.id, kind: 'access-request', id: late.id },
      })
    }
  },
}
