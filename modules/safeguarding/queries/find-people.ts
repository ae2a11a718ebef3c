import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** Somebody who receives the reports of a unit: there or at a unit above, which the caller may not see otherwise. */
export type SafeguardingPerson = { accountId: string; personName: string; unitName: string; scopeCode: string; ground: 'officer' | 'designee' }

/** Everybody who receives reports of this scope code, the nearest first. */
export async function findPeople({ tx }: Pick<Context, 'tx'>, scopeCode: string): Promise<SafeguardingPerson[]> {
  const { rows } = await sql<SafeguardingPerson>`
    select account_id, person_name, unit_name, scope_code::text as scope_code, ground
      from access.list_safeguarding_people(${scopeCode}::bigint)`.execute(tx)
  return rows
}
