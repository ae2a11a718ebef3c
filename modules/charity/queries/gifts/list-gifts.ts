import { sql, type RawBuilder } from 'kysely'
import { countCap, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadGifts } from '../../access.ts'
import type { GiftFilters, GiftRow } from '../../contract.ts'
import { beyond, inRange, pageOfRecords } from '#platform/access/paged-rows.ts'
import { giftColumns, giftJoins, giftRowOf, type GiftRecord } from './gift-rows.ts'

/** Gifts of the range, the latest changed first. */
export async function listGifts(context: Context, input: GiftFilters): Promise<Page<GiftRow>> {
  const { tx, actor } = context
  mustReadGifts(actor)
  // Refused here, before two statements are on their way.
  const where = wished(context, input)
  const from = sql`${where}${beyond(input.after)}`
  const [page, counted] = await Promise.all([
    sql<GiftRecord>`select ${giftColumns} from charity.gifts r ${giftJoins(actor.cityId)}
      where r.city_id = ${actor.cityId} and ${from} order by r.updated_at desc, r.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from charity.gifts r
      where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  return pageOfRecords(page.rows, { limit: input.limit, count: counted.rows[0]?.count ?? 0, rowOf: giftRowOf })
}

function wished(context: Context, { unit, status, form, donorId, fundId, bookId }: GiftFilters): RawBuilder<unknown> {
  const parts = [inRange(context, unit)]
  if (status !== undefined) parts.push(sql`r.status = ${status}`)
  if (form !== undefined) parts.push(sql`r.form = ${form}`)
  if (donorId !== undefined) parts.push(sql`r.donor_id = ${donorId}`)
  if (fundId !== undefined) parts.push(sql`r.fund_id = ${fundId}`)
  if (bookId !== undefined) parts.push(sql`r.book_id = ${bookId}`)
  return sql.join(parts, sql` and `)
}
