import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { limitsOf, type Limits } from '../../rules/limits.ts'

/** The limits that hold today: the city's own where it has set them. */
export async function findLimits({ tx, actor, today }: Context): Promise<Limits> {
  const { rows } = await sql<{ name: string; value: unknown }>`
    select distinct on (name) name, value from platform.settings
     where city_id = ${actor.cityId} and name like 'phone.%' and valid_from <= ${today}::date
     order by name, valid_from desc`.execute(tx)
  return limitsOf(Object.fromEntries(rows.map(({ name, value }) => [name, value])))
}

/** Whom a person of the unit calls: the unit's telephone, or that of the nearest unit above that has one. */
export async function findHelpPhone({ tx, actor }: Context): Promise<{ unitName: string; phone: string | null }> {
  const { rows } = await sql<{ unitName: string; phone: string | null }>`select * from access.find_help_phone(${actor.unit.id})`.execute(tx)
  return rows[0] ?? { unitName: actor.unit.name, phone: null }
}
