import { sql } from 'kysely'
import { cursorOf, pageFrom, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadGifts } from '../../access.ts'
import type { ChannelBill } from '../../contract.ts'
import { readBills } from './bill-rows.ts'

/** Bills of online channels, the last that was loaded first. */
export async function listChannelBills(context: Context, { after, limit }: { after?: string | undefined; limit: number }): Promise<Page<ChannelBill>> {
  mustReadGifts(context.actor)
  const { tx, actor: { cityId } } = context
  const cursor = cursorOf(after, 'id')
  const bills = await readBills(context, cursor === undefined ? sql`true` : sql`b.id < ${cursor[0]}::uuid`, limit + 1)
  const { rows: [counted] } = await sql<{ count: number }>`select count(*)::int as count from charity.channel_bills b where b.city_id = ${cityId}`.execute(tx)
  return pageFrom(bills, { limit, keyOf: ({ id }) => [id] }, counted?.count ?? 0)
}
