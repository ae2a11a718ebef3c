import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { claimDaysOf, claimNoticeDaysOf } from '../rules/acting.ts'

/** Days until a claim lapses in this city. */
export async function findClaimDays(context: Context): Promise<number> {
  return claimDaysOf(await findSetting(context, 'aid.claim-days'))
}

/** Days before the last one on which a claim is reminded of in this city. */
export async function findClaimNoticeDays(context: Context): Promise<number> {
  return claimNoticeDaysOf(await findSetting(context, 'aid.claim-notice-days'))
}

async function findSetting({ tx, actor, today }: Context, name: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select value from platform.settings
    where city_id = ${actor.cityId} and name = ${name} and valid_from <= ${today}::date order by valid_from desc limit 1`.execute(tx)
  return rows[0]?.value
}
