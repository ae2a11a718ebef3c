import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { addDays } from '#platform/values/local-date.ts'
import { mustReadGifts } from '../../access.ts'
import type { BillGround } from '../../contract.ts'
import { findOnline } from '../../exchange/channels/list-channels.ts'

/** How far back days without a bill are told: WeChat gives bills of three months. */
const daysBack = 90

/** Whether bills are loaded, which funds may bear their fee, and of which days the bill is missing. */
export async function getBillGround(context: Context): Promise<BillGround> {
  mustReadGifts(context.actor)
  const { tx, today, now, installation: { dataFolder }, actor: { cityId } } = context
  const bookId = (await findOnline({ dataFolder, cityId, now: () => now }))?.merchant.bookId
  const { rows: funds } = await sql<{ id: string; name: string }>`select f.id, f.name from ledger.published_funds f
    where f.city_id = ${cityId} and f.book_id = ${bookId ?? null}::uuid and f.status = 'open' and f.restriction = 'none' order by f.code`.execute(tx)
  const { rows: [last] } = await sql<{ fundId: string }>`select b.fund_id from charity.channel_bills b
    where b.city_id = ${cityId} and b.book_id = ${bookId ?? null}::uuid and b.withdrawn_at is null
    order by b.id desc limit 1`.execute(tx)
  const { rows: missing } = await sql<{ on: string }>`select distinct (c.paid_at at time zone 'Asia/Shanghai')::date as "on" from charity.charges c
    join charity.gifts g on g.city_id = c.city_id and g.id = c.gift_id
    where c.city_id = ${cityId} and g.book_id = ${bookId ?? null}::uuid
     and c.paid_at >= ${addDays(today, -daysBack)}::date and c.paid_at < ${today}::date and not exists (select 1 from charity.channel_bills b
      where b.city_id = ${cityId} and b.book_id = g.book_id and b.withdrawn_at is null
       and b.billed_on = (c.paid_at at time zone 'Asia/Shanghai')::date) order by 1`.execute(tx)
  return {
    isOnline: bookId !== undefined && funds.length > 0, funds, lastFundId: funds.some(({ id }) => id === last?.fundId) ? last?.fundId ?? null : null,
    missingOn: missing.map(({ on }) => on),
  }
}
