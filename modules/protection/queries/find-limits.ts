import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { limitsOn, type Limits } from '../rules/limits.ts'

/** The limits that hold today: the city's own where it has set them. */
export async function findLimits({ tx, actor, today }: Context): Promise<Limits> {
  const { rows } = await sql<{ name: string; value: unknown }>`
    select distinct on (name) name, value from platform.settings
     where city_id = ${actor.cityId} and name like 'protection.%' and valid_from <= ${today}::date
     order by name, valid_from desc`.execute(tx)
  return limitsOn(today, Object.fromEntries(rows.map(({ name, value }) => [name.slice('protection.'.length), value])))
}
