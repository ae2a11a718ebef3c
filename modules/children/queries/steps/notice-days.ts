import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { usualNoticeDays } from '../../rules/birthdays.ts'

/** How many days before a birthday of 16 or 18 the office is told: the city's own setting, or the usual number. */
export async function findNoticeDays({ tx, actor, today }: Context): Promise<number> {
  const { rows } = await sql<{ value: unknown }>`select value from platform.settings
    where city_id = ${actor.cityId} and name = 'children.birthday-notice-days' and valid_from <= ${today}::date order by valid_from desc limit 1`.execute(tx)
  const days = Number(rows[0]?.value)
  return Number.isInteger(days) && days > 0 && days <= 366 ? days : usualNoticeDays
}
