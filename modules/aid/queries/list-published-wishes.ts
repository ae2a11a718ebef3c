import { sql } from 'kysely'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadWishes } from '../access.ts'
import type { PublicStatus, PublishedWish } from '../contract.ts'

const columns = sql`p.id, p.area, p.age_band, p.text, p.amount_fen::float8 as amount_fen, p.status, p.thanks, p.published_on`

/** The wishes of the city as the public sees them, the latest first. */
export async function listPublishedWishes(
  context: Context, input: { status?: PublicStatus | undefined; after?: string | undefined; limit: number },
): Promise<{ items: PublishedWish[]; next: string | null; total: number; totalIsCapped: boolean }> {
  mustReadWishes(context.actor)
  const { tx, actor } = context
  const wished = input.status === undefined ? sql`true` : sql`p.status = ${input.status}`
  const after = cursorOf(input.after, 'day', 'id')
  const beyond = after === undefined ? sql`` : sql` and (p.published_on, p.id) < (${after[0]}::date, ${after[1]}::uuid)`
  const [page, counted] = await Promise.all([
    sql<PublishedWish>`select ${columns} from aid.published_wishes p
      where p.city_id = ${actor.cityId} and ${wished}${beyond} order by p.published_on desc, p.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from aid.published_wishes p
      where p.city_id = ${actor.cityId} and ${wished} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const items = page.rows.slice(0, input.limit)
  const last = page.rows.length > input.limit ? items.at(-1) : undefined
  const count = counted.rows[0]?.count ?? 0
  return {
    items, next: last === undefined ? null : encodeCursor([last.publishedOn, last.id]), total: Math.min(count, countCap), totalIsCapped: count > countCap,
  }
}

/** One publication; null where nothing is shown. */
export async function findPublished({ tx, actor }: Context, id: string | null): Promise<PublishedWish | null> {
  if (id === null) return null
  const { rows } = await sql<PublishedWish>`select ${columns} from aid.published_wishes p where p.city_id = ${actor.cityId} and p.id = ${id}`.execute(tx)
  return rows[0] ?? null
}
