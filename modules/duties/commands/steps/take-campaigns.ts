import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { HeldBody } from '../../queries/bodies.ts'

type Campaign = { id: string; name: string; startsOn: string; endsOn: string; isEmergency: boolean }

/** Every campaign of a body that was not thrown away is an occasion, once; its name and days follow the campaign. */
export async function takeCampaigns({ tx, actor, now }: Context, body: HeldBody): Promise<void> {
  const { rows } = await sql<Campaign>`select c.id, c.name, c.starts_on, c.ends_on, c.is_emergency from charity.published_campaigns c
    where c.city_id = ${actor.cityId} and c.book_id = ${body.id} and c.status <> 'discarded' order by c.id`.execute(tx)
  for (const { id, name, startsOn, endsOn, isEmergency } of rows) {
    await sql`insert into duties.occasions as o (city_id, id, scope_code, book_id, kind, title, starts_on, ends_on, source, source_id, recorded_name,
      created_at)
      values (${actor.cityId}, ${newId()}, ${body.scopeCode}::bigint, ${body.id}, ${isEmergency ? 'emergency' : 'campaign'}, ${name}, ${startsOn}::date,
        ${endsOn}::date, 'charity.campaign', ${id}, '系统', ${now})
      on conflict (city_id, source, source_id) where source_id is not null do update set kind = excluded.kind, title = excluded.title,
        starts_on = excluded.starts_on, ends_on = excluded.ends_on, version = o.version + 1
        where o.city_id = ${actor.cityId} and (o.kind, o.title, o.starts_on, o.ends_on) is distinct from (excluded.kind, excluded.title, excluded.starts_on,
          excluded.ends_on)`.execute(tx)
  }
}
