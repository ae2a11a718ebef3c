import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { Project } from '../../contract.ts'

/** One row of those a project helps, masked; not found outside the range. */
export async function getBeneficiary({ tx, actor }: Context, id: string): Promise<Project['beneficiaries'][number]> {
  const { rows } = await sql<Project['beneficiaries'][number]>`select b.id, b.label, b.child_id is null as is_outside, b.people_count, u.name as unit_name,
      b.added_on, b.added_name
    from projects.beneficiaries b join organization.published_units u on u.city_id = b.city_id and u.id = b.unit_id
    where b.city_id = ${actor.cityId} and b.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}
