import { sql } from 'kysely'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays, formatChinese } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { sendNotice } from '#modules/notices/index.ts'
import { findOfficePeople } from '../../queries/find-office-people.ts'
import { leastClearedDays } from '../../rules/pairing.ts'

type Expiring = { caseId: string; pairingId: string; scopeCode: string; volunteerName: string; clearedUntilOn: string }

/** Each morning: whoever looks after a pairing is told in time that the volunteer's clearance ends before the pairing does. */
export const warnOfExpiringClearances: JobDefinition = {
  name: 'warn-of-expiring-clearances',
  schedule: '10 7 * * *',
  run: async (context) => {
    for (const expiring of await listExpiring(context)) {
      const people = await findOfficePeople(context, codeOfScope(expiring.scopeCode), 'pairing.manage')
      await sendNotice(context, people, {
        title: `${expiring.volunteerName}的准入查询${formatChinese(expiring.clearedUntilOn)}到期，请办理复查或调整结对`,
        link: `/cases/${expiring.caseId}`, task: { dueOn: expiring.clearedUntilOn },
        source: { verb: 'warn-of-expiring-clearances', key: `${expiring.pairingId}:${expiring.clearedUntilOn}`, kind: 'pairing', id: expiring.pairingId },
      })
    }
  },
}

async function listExpiring({ tx, actor, today }: Context): Promise<Expiring[]> {
  const { rows } = await sql<Expiring>`
    select p.case_id, p.id as pairing_id, p.scope_code::text as scope_code, p.volunteer_name, v.clearance_until as cleared_until_on
      from volunteers.published_volunteers v
      join care.pairings p on p.city_id = v.city_id and p.volunteer_id = v.id
     where v.city_id = ${actor.cityId} and v.clearance_until between ${today}::date and ${addDays(today, leastClearedDays)}::date
       and p.from_on <= ${today}::date and (p.until_on is null or p.until_on > v.clearance_until)
     order by v.clearance_until, p.id`.execute(tx)
  return rows
}
