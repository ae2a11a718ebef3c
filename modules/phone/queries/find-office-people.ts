import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { parentCode, scopeLo } from '#platform/values/scope-code.ts'
import type { Recipient } from '#modules/notices/index.ts'

/** Who decides about arrivals of a unit: the people of its office, or, where it has none, those of the next unit above that has. */
export async function findOfficePeople({ tx, actor, today }: Context, unitCode: string): Promise<Recipient[]> {
  const codes = chainOf(unitCode).map(scopeLo)
  const { rows } = await sql<Recipient>`
    select distinct r.account_id, lpad(r.scope_code::text, 18, '0') as scope_code from accounts.published_rights r
     where r.city_id = ${actor.cityId} and r.permission = 'phone.manage' and r.from_on <= ${today}::date
       and (r.until_on is null or r.until_on >= ${today}::date) and r.scope_code = any (${codes}::bigint[])`.execute(tx)
  const nearest = codes.find((code) => rows.some(({ scopeCode }) => scopeCode === code))
  return rows.filter(({ scopeCode }) => scopeCode === nearest)
}

/** A unit and the units above it, the nearest first. */
function chainOf(unitCode: string): string[] {
  const above = parentCode(unitCode)
  return above === undefined ? [unitCode] : [unitCode, ...chainOf(above)]
}
