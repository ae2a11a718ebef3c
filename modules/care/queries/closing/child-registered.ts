import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { recordsOf } from './double-cases.ts'

/** Whether the file of a child stands, under any of its records; a child whose file was closed is not visited any more. */
export async function isChildRegistered({ tx, actor }: Context, childId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from children.published_children ch
     where ch.city_id = ${actor.cityId} and ch.status = 'registered' and ch.id = any (${recordsOf(actor.cityId, childId)}::uuid[])`.execute(tx)
  return rows.length > 0
}
