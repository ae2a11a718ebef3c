import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Weights } from '../contract.ts'
import { weightsOf } from '../rules/weights.ts'

/** The weights that hold today: the city's own, or the default. */
export async function findWeights({ tx, actor, today }: Context): Promise<Weights> {
  const { rows } = await sql<{ value: Partial<Weights> }>`select value from platform.settings
    where city_id = ${actor.cityId} and name = 'matching.weights' and valid_from <= ${today}::date order by valid_from desc limit 1`.execute(tx)
  return weightsOf(rows[0]?.value ?? null)
}
