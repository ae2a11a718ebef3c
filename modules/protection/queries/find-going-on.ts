import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** The record that goes on for a child: itself unless it was merged into another one the actor can see. */
export async function findGoingOn({ tx, actor }: Context, childId: string): Promise<string> {
  const { rows } = await sql<{ childId: string }>`select own.child_id from children.published_records own
    join children.published_files going on going.city_id = ${actor.cityId} and going.id = own.child_id
   where own.city_id = ${actor.cityId} and own.record_id = ${childId}`.execute(tx)
  return rows[0]?.childId ?? childId
}
