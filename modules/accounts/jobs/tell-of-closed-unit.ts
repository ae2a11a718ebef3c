import { sql } from 'kysely'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays } from '#platform/values/local-date.ts'
import { completeTask, sendNotice } from '#modules/notices/index.ts'
import { listRoleHolders } from '../queries/list-role-holders.ts'

/** Days in which the rights of a unit that is gone are taken back or given elsewhere. */
const daysToDecide = 7

const sourceKind = 'closed-unit'

/** A unit closed and people still hold rights there: the security administrator is to take them back or give others; no longer when it opens again. */
export const tellOfClosedUnit: JobDefinition = {
  name: 'tell-of-closed-unit', listensTo: ['unit.closed', 'unit.reopened'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const { tx, actor, today } = context
    if (event.verb === 'unit.reopened') await completeTask(context, { sourceKind, sourceId: event.subjectId })
    const { rows: [held] } = await sql<{ name: string; people: number }>`
      select u.name, count(distinct g.account_id)::int as people
        from accounts.grants g join organization.published_units u on u.city_id = g.city_id and u.id = g.unit_id
       where g.city_id = ${actor.cityId} and g.unit_id = ${event.subjectId} and g.revoked_at is null
         and (g.until_on is null or g.until_on >= ${today}::date) and u.closed_on is not null group by u.name`.execute(tx)
    if (held === undefined) return
    await sendNotice(context, await listRoleHolders(context, 'security-admin'), {
      title: `${held.name}已撤销，仍有${held.people}人在该单位有权限，请收回或改授其他单位`, link: '/accounts', task: { dueOn: addDays(today, daysToDecide) },
      source: { verb: event.verb, key: event.entryId, kind: sourceKind, id: event.subjectId },
    })
  },
}
