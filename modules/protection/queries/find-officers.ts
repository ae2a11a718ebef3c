import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope, parentCode, scopeLo } from '#platform/values/scope-code.ts'

/** Somebody answerable for minors' data, and the unit for which the person is. */
export type Officer = { accountId: string; scopeCode: string }

/**
 * Who answers for minors' data at a place: the holders of a permission there, or those of the next unit above that has somebody.
 * Whoever the matter is about is passed over.
 */
export async function findOfficers(
  { tx, actor, today }: Context, { scopeCode, permission, except }: { scopeCode: string; permission: string; except?: string | null },
): Promise<Officer[]> {
  const codes = chainOf(codeOfScope(scopeCode)).map(scopeLo)
  const { rows } = await sql<Officer>`
    select distinct held.account_id, held.scope_code::text as scope_code
      from accounts.published_rights held
     where held.city_id = ${actor.cityId} and held.permission = ${permission} and held.from_on <= ${today}::date
       and (held.until_on is null or held.until_on >= ${today}::date) and held.scope_code = any (${codes}::bigint[])
       and held.account_id is distinct from ${except ?? null}::uuid`.execute(tx)
  const nearest = codes.find((code) => rows.some((row) => row.scopeCode.padStart(18, '0') === code))
  return rows.filter((row) => row.scopeCode.padStart(18, '0') === nearest)
}

/** A unit and the units above it, the nearest first. */
function chainOf(unitCode: string): string[] {
  const above = parentCode(unitCode)
  return above === undefined ? [unitCode] : [unitCode, ...chainOf(above)]
}
