import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** A unit on the way down to another. */
export type Step = { id: string; unitCode: string; name: string }

/** From the topmost unit down to this one, itself included; names of the units above are no secret. */
export async function listPath(context: Context, unitId: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    with recursive up as (
      select id, code, name, parent_id, 0 as step from organization.units where city_id = ${context.actor.cityId} and id = ${unitId}
      union all
      select above.id, above.code, above.name, above.parent_id, up.step + 1
        from up join organization.units above on above.city_id = ${context.actor.cityId} and above.id = up.parent_id where up.step < 12)
    select id, code as unit_code, name from up order by step desc`.execute(context.tx)
  return rows
}
