import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { defaultFirstVisits } from '../../rules/company.ts'

/** How many first visits of a pairing are for two people today: the city's own number, or the default. */
export async function findFirstVisits({ tx, actor, today }: Context): Promise<number> {
  const { rows } = await sql<{ visits: number | null }>`select (value ->> 'visits')::int as visits from platform.settings
    where city_id = ${actor.cityId} and name = 'care.first-visits-of-two' and valid_from <= ${today}::date order by valid_from desc limit 1`.execute(tx)
  return rows[0]?.visits ?? defaultFirstVisits
}
