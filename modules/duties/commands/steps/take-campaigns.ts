import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { HeldBody } from '../../queries/bodies.ts'
import { keepOccasions, type Bringer } from './keep-occasions.ts'

/** Every campaign of a body that was not thrown away is an occasion. */
export async function takeCampaigns(context: Context, body: HeldBody): Promise<void> {
  const { tx, actor } = context
  const { rows } = await sql<Bringer>`select c.id, c.name, c.starts_on, c.ends_on, case when c.is_emergency then 'emergency' else 'campaign' end as kind
    from charity.published_campaigns c where c.city_id = ${actor.cityId} and c.book_id = ${body.id} and c.status <> 'discarded' order by c.id`.execute(tx)
  await keepOccasions(context, body, { source: 'charity.campaign', bringers: rows })
}
