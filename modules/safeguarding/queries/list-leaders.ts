import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { ToldPerson } from './list-readers.ts'

/** Leaders of the unit, or of the nearest unit above that has one. For jobs, which see the whole city. */
export async function listLeaders({ tx, actor, today }: Context, scopeCode: string): Promise<ToldPerson[]> {
  const { rows } = await sql<ToldPerson>`
    select distinct held.account_id, held.scope_code::text as scope_code
      from accounts.published_rights held
      join organization.published_units unit on unit.city_id = held.city_id and unit.id = held.unit_id
     where held.city_id = ${actor.cityId} and held.role_code = 'leader' and held.permission = 'safeguarding.count'
       and held.from_on <= ${today}::date and (held.until_on is null or held.until_on >= ${today}::date)
       and unit.scope_lo <= ${scopeCode}::bigint and unit.scope_hi >= ${scopeCode}::bigint`.execute(tx)
  const nearest = rows.map((row) => row.scopeCode.padStart(18, '0')).toSorted().at(-1)
  return rows.filter((row) => row.scopeCode.padStart(18, '0') === nearest)
}
