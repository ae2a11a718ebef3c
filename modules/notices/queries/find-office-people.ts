import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** Somebody to be told, and the unit for which the person is told. */
export type OfficePerson = { accountId: string; scopeCode: string }

/**
 * Who holds a permission at a unit, or at the nearest unit above that has somebody. What somebody may not decide alone goes to others: `but` is
 * left out. For jobs, which see the whole city.
 */
export async function findOfficePeople(
  { tx, actor, today }: Context, of: { scopeCode: string; permission: string; but?: string | null },
): Promise<OfficePerson[]> {
  const { rows } = await sql<OfficePerson>`
    select distinct held.account_id, held.scope_code::text as scope_code
      from accounts.published_rights held
      join organization.published_units unit on unit.city_id = held.city_id and unit.id = held.unit_id
     where held.city_id = ${actor.cityId} and held.permission = ${of.permission} and held.from_on <= ${today}::date
       and (held.until_on is null or held.until_on >= ${today}::date) and unit.scope_lo <= ${of.scopeCode}::bigint and unit.scope_hi >= ${of.scopeCode}::bigint
       and (${of.but ?? null}::uuid is null or held.account_id <> ${of.but ?? null}::uuid)`.execute(tx)
  const nearest = rows.map((row) => row.scopeCode.padStart(18, '0')).toSorted().at(-1)
  return rows.filter((row) => row.scopeCode.padStart(18, '0') === nearest)
}
