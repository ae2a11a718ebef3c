import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { usualDays } from '../../rules/bank/matching.ts'

/** How many days the bank may book before or after us, as the city says today. */
export async function findMatchingDays({ tx, actor, today }: Context): Promise<number> {
  const { rows } = await sql<{ value: unknown }>`select value from platform.settings
    where city_id = ${actor.cityId} and name = 'ledger.bank-matching-days' and valid_from <= ${today} order by valid_from desc limit 1`.execute(tx)
  const said = Number(rows[0]?.value)
  return Number.isInteger(said) && said >= 0 && said <= 60 ? said : usualDays
}
