import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** Somebody to be told, and the unit for which the person is told. */
export type ToldPerson = { accountId: string; scopeCode: string }

/** Who may read a report today: on its list, and still in a post that reaches it. For jobs, which see the whole city. */
export async function listReaders({ tx, actor, today }: Context, reportId: string): Promise<ToldPerson[]> {
  const { rows } = await sql<ToldPerson>`
    select distinct on (n.account_id) n.account_id, held.scope_code::text as scope_code
      from safeguarding.report_readers n
      join accounts.published_rights held on held.city_id = n.city_id and held.account_id = n.account_id and held.permission = 'safeguarding.read'
       and held.from_on <= ${today}::date and (held.until_on is null or held.until_on >= ${today}::date)
      join organization.published_units unit on unit.city_id = held.city_id and unit.id = held.unit_id
       and unit.scope_lo <= n.scope_code and unit.scope_hi >= n.scope_code
     where n.city_id = ${actor.cityId} and n.report_id = ${reportId} and n.ended_at is null
     order by n.account_id, held.scope_code desc`.execute(tx)
  return rows
}
