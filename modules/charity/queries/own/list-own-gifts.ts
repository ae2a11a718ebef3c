import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustReadOwnGifts } from '../../access.ts'
import type { OwnGift } from '../../contract.ts'

/** Gifts of one page. */
const pageSize = 50

/** Gifts of the donor who asks, the latest first. */
export async function listOwnGifts(context: Context, { after }: { after?: string | undefined }): Promise<{ items: OwnGift[]; next: string | null }> {
  mustReadOwnGifts(context.actor)
  const { rows } = await sql<OwnGift>`select * from access.list_own_gifts(${after ?? null}::uuid, ${pageSize + 1}::int)`.execute(context.tx)
  const items = rows.slice(0, pageSize)
  return { items, next: rows.length > pageSize ? items.at(-1)?.id ?? null : null }
}
