import type { Updateable } from 'kysely'
import type { DB } from '#platform/database/rows.ts'
import type { Context } from '#platform/http/context.ts'

/** Writes a step of a gift's life; its version goes on. */
export async function writeGift(
  { tx, actor, now }: Context, gift: { id: string; version: number }, change: Updateable<DB['charity.gifts']>,
): Promise<void> {
  await tx.updateTable('charity.gifts').set({ ...change, version: gift.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', gift.id).execute()
}
