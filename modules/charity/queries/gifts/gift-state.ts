import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** Goods of a gift in stock. */
export type HeldBatch = { id: string; quantity: number; leftQuantity: number; leftFen: number }

/** The batch of a gift, locked; undefined where it is no gift in goods. */
export async function findBatch({ tx, actor }: Context, giftId: string): Promise<HeldBatch | undefined> {
  const { rows } = await sql<HeldBatch>`select s.id, s.quantity, s.left_quantity, s.left_fen::float8 as left_fen from charity.batches s
    where s.city_id = ${actor.cityId} and s.gift_id = ${giftId} for update of s`.execute(tx)
  return rows[0]
}

/** How often a gift changed in the books, and how often it was moved or given back in part. */
export async function countChanges({ tx, actor }: Context, giftId: string): Promise<{ all: number; moved: number }> {
  const { rows } = await sql<{ all: number; moved: number }>`
    select count(*)::int as "all", count(*) filter (where c.change in ('moved', 'reduced'))::int as moved
    from charity.gift_changes c where c.city_id = ${actor.cityId} and c.gift_id = ${giftId}`.execute(tx)
  return rows[0] ?? { all: 0, moved: 0 }
}

/** Journals by which a gift was moved to other funds or given back in part, the latest first. */
export async function listMoves({ tx, actor }: Context, giftId: string): Promise<string[]> {
  const { rows } = await sql<{ journalId: string }>`select c.journal_id from charity.gift_changes c
    where c.city_id = ${actor.cityId} and c.gift_id = ${giftId} and c.change in ('moved', 'reduced') order by c.id desc`.execute(tx)
  return rows.map(({ journalId }) => journalId)
}
