import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { HeldBody } from '../../queries/bodies.ts'

/** A record elsewhere that brings duties about: a campaign, a project. */
export type Bringer = { id: string; kind: 'campaign' | 'emergency' | 'project'; name: string; startsOn: string; endsOn: string }

/** Keeps an occasion of the body for each of the records, once; kind, name and days follow the record. All in one statement. */
export async function keepOccasions(
  { tx, actor, now }: Context, body: HeldBody, { source, bringers }: { source: 'charity.campaign' | 'projects.project'; bringers: readonly Bringer[] },
): Promise<void> {
  if (bringers.length === 0) return
  const rows = bringers.map(({ id, kind, name, startsOn, endsOn }) => ({ id: newId(), source_id: id, kind, title: name, starts_on: startsOn, ends_on: endsOn }))
  await sql`insert into duties.occasions as o (city_id, id, scope_code, book_id, kind, title, starts_on, ends_on, source, source_id, recorded_name,
    created_at)
    select ${actor.cityId}::int, r.id, ${body.scopeCode}::bigint, ${body.id}::uuid, r.kind, r.title, r.starts_on, r.ends_on, ${source}::text, r.source_id,
      '系统', ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, source_id uuid, kind text, title text, starts_on date, ends_on date)
    on conflict (city_id, source, source_id) where source_id is not null do update set kind = excluded.kind, title = excluded.title,
      starts_on = excluded.starts_on, ends_on = excluded.ends_on, version = o.version + 1
      where o.city_id = ${actor.cityId} and (o.kind, o.title, o.starts_on, o.ends_on) is distinct from (excluded.kind, excluded.title, excluded.starts_on,
        excluded.ends_on)`.execute(tx)
}
