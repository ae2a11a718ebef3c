import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** What the city chose for a name, as it holds today; undefined where it chose nothing. */
export async function findSetting({ tx, actor, today }: Context, name: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select value from platform.settings
    where city_id = ${actor.cityId} and name = ${name} and valid_from <= ${today}::date order by valid_from desc limit 1`.execute(tx)
  return rows[0]?.value
}
