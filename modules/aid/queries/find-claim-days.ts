import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { claimDaysOf } from '../rules/acting.ts'

/** Days until a claim lapses in this city. */
export async function findClaimDays({ tx, actor, today }: Context): Promise<number> {
  const { rows } = await sql<{ value: unknown }>`select value from platform.settings
    where city_id = ${actor.cityId} and name = 'aid.claim-days' and valid_from <= ${today}::date order by valid_from desc limit 1`.execute(tx)
  return claimDaysOf(rows[0]?.value)
}
