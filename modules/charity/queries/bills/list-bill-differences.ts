import { sql } from 'kysely'
import { cursorOf, pageFrom, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadGifts } from '../../access.ts'
import type { BillDifference } from '../../contract.ts'
import { readDifferences } from './bill-rows.ts'

type Asked = { after?: string | undefined; limit: number; status?: BillDifference['status'] | undefined }

/** Where bills and what stands here say different things: those of one standing, or all. */
export async function listBillDifferences(context: Context, { after, limit, status }: Asked): Promise<Page<BillDifference>> {
  mustReadGifts(context.actor)
  const { tx, actor: { cityId } } = context
  const cursor = cursorOf(after, 'id')
  const wanted = status === undefined ? sql`true` : sql`d.status = ${status}`
  const rows = await readDifferences(context, sql`${wanted}${cursor === undefined ? sql`` : sql` and d.id < ${cursor[0]}::uuid`}`, limit + 1)
  const { rows: [counted] } = await sql<{ count: number }>`select count(*)::int as count from charity.bill_differences d
    where d.city_id = ${cityId} and ${wanted}`.execute(tx)
  return pageFrom(rows, { limit, keyOf: ({ id }) => [id] }, counted?.count ?? 0)
}
