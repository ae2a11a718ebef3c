import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { parentCode, scopeLo } from '#platform/values/scope-code.ts'

/** One person to be told and the unit for which the person is told. */
export type OfficePerson = { accountId: string; scopeCode: string }

/**
 * Who answers for a unit: the holders of a permission there, or, where nobody holds it, those of the next unit above that has somebody.
 * An overdue visit must reach a person also where a village has nobody. What somebody may not decide alone goes to others: `but` is left out.
 */
export async function findOfficePeople(
  { tx, actor, today }: Context, unitCode: string, permission: string, but: string | null = null,
): Promise<OfficePerson[]> {
  const codes = chainOf(unitCode)
  const { rows } = await sql<OfficePerson>`
    select distinct r.account_id, r.scope_code::text as scope_code
      from accounts.published_rights r
     where r.city_id = ${actor.cityId} and r.permission = ${permission} and r.from_on <= ${today}::date and (r.until_on is null or r.until_on >= ${today}::date)
       and r.scope_code = any (${codes.map(scopeLo)}::bigint[])
       and (${but}::uuid is null or r.account_id <> ${but}::uuid)`.execute(tx)
  const nearest = codes.map(scopeLo).find((code) => rows.some((row) => row.scopeCode.padStart(18, '0') === code))
  return rows.filter((row) => row.scopeCode.padStart(18, '0') === nearest)
}

/** A unit and the units above it, the nearest first. */
function chainOf(unitCode: string): string[] {
  const above = parentCode(unitCode)
  return above === undefined ? [unitCode] : [unitCode, ...chainOf(above)]
}
