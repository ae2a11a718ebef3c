import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { WorkLine } from '../rules/copy-lines.ts'

/**
 * What was done with a child, of which a copy tells day and kind: cases, visits, referrals, aid, and how often the file was opened. Of every record of
 * the child, as far as the actor's range reaches.
 */
export async function listWorkLines({ tx, actor }: Context, childId: string): Promise<WorkLine[]> {
  const { rows } = await sql<WorkLine>`
    with record as (select other.record_id as id from children.published_records own
        join children.published_records other on other.city_id = ${actor.cityId} and other.child_id = own.child_id
       where own.city_id = ${actor.cityId} and own.record_id = ${childId})
    select line.kind, line.on_day, line.what, line.until_day from (
      select 'case' as kind, c.opened_on as on_day, u.name as what, c.closed_on as until_day from record join care.published_cases c
          on c.city_id = ${actor.cityId} and c.child_id = record.id
        join organization.published_units u on u.city_id = ${actor.cityId} and u.id = c.unit_id
      union all
      select 'visit', v.made_on, v.outcome || ' ' || v.medium, null from record join care.published_visits v
          on v.city_id = ${actor.cityId} and v.child_id = record.id and v.voided_at is null
      union all
      select 'referral', r.sent_on, r.status, null from record join referrals.published_referrals r
          on r.city_id = ${actor.cityId} and r.child_id = record.id and r.sent_on is not null
      union all
      select 'aid', a.given_on, a.kind_name, null from record join aid.published_acts a on a.city_id = ${actor.cityId} and a.child_id = record.id
      union all
      select 'opening', max((e.at at time zone 'Asia/Shanghai')::date), count(*)::text, null from record join audit.entries e
          on e.city_id = ${actor.cityId} and e.subject_id = record.id and e.verb = 'child-file.opened'
       having count(*) > 0) line
     order by line.kind, line.on_day, line.what`.execute(tx)
  return rows
}
