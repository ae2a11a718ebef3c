import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { HeldBody } from '../../queries/bodies.ts'

/** Every project that was approved is an occasion of the body, once; its name and days follow the project. */
export async function takeProjects({ tx, actor, now }: Context, body: HeldBody): Promise<void> {
  const { rows } = await sql<{ id: string; name: string; startsOn: string; endsOn: string }>`select p.id, p.name, p.starts_on, p.ends_on
    from projects.published_projects p where p.city_id = ${actor.cityId} and p.book_id = ${body.id} order by p.id`.execute(tx)
  for (const { id, name, startsOn, endsOn } of rows) {
    await sql`insert into duties.occasions as o (city_id, id, scope_code, book_id, kind, title, starts_on, ends_on, source, source_id, recorded_name,
      created_at)
      values (${actor.cityId}, ${newId()}, ${body.scopeCode}::bigint, ${body.id}, 'project', ${name}, ${startsOn}::date, ${endsOn}::date,
        'projects.project', ${id}, '系统', ${now})
      on conflict (city_id, source, source_id) where source_id is not null do update set title = excluded.title, starts_on = excluded.starts_on,
        ends_on = excluded.ends_on, version = o.version + 1
        where o.city_id = ${actor.cityId}
          and (o.title, o.starts_on, o.ends_on) is distinct from (excluded.title, excluded.starts_on, excluded.ends_on)`.execute(tx)
  }
}
