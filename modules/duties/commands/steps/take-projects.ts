import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { HeldBody } from '../../queries/bodies.ts'
import { keepOccasions, type Bringer } from './keep-occasions.ts'

/** Every project of a body that was approved is an occasion. */
export async function takeProjects(context: Context, body: HeldBody): Promise<void> {
  const { tx, actor } = context
  const { rows } = await sql<Bringer>`select p.id, p.name, p.starts_on, p.ends_on, 'project' as kind from projects.published_projects p
    where p.city_id = ${actor.cityId} and p.book_id = ${body.id} order by p.id`.execute(tx)
  await keepOccasions(context, body, { source: 'projects.project', bringers: rows })
}
