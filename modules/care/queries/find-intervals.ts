import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { intervalsOf, type IntervalDays } from '../rules/risk.ts'

/** Days between visits by colour that hold today: the city's own, or the default. */
export async function findIntervals({ tx, actor, today }: Context): Promise<IntervalDays> {
  const { rows } = await sql<{ value: Partial<IntervalDays> }>`select value from platform.settings
    where city_id = ${actor.cityId} and name = 'care.visit-interval-days' and valid_from <= ${today}::date order by valid_from desc limit 1`.execute(tx)
  return intervalsOf(rows[0]?.value ?? null)
}
