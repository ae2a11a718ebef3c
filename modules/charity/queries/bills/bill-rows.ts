import { sql, type RawBuilder } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { BillDifference, ChannelBill } from '../../contract.ts'

/** Bills that fit, with how many of their differences wait. */
export async function readBills({ tx, actor: { cityId } }: Context, where: RawBuilder<unknown>, limit: number): Promise<ChannelBill[]> {
  const { rows } = await sql<ChannelBill>`select b.id, b.billed_on, k.name as book_name, b.payment_count, b.payment_fen::float8 as payment_fen, b.refund_count,
      b.refund_fen::float8 as refund_fen, b.fee_fen::float8 as fee_fen, f.name as fund_name, b.booked_on, b.loaded_name,
      (select count(*)::int from charity.bill_differences d where d.city_id = ${cityId} and d.bill_id = b.id and d.status = 'open') as open_count,
      (select count(*)::int from charity.bill_differences d where d.city_id = ${cityId} and d.bill_id = b.id and d.status = 'settled') as settled_count,
      case when b.withdrawn_at is not null then jsonb_build_object('on', (b.withdrawn_at at time zone 'Asia/Shanghai')::date, 'name', b.withdrawn_name,
        'reason', b.withdrawn_reason) end as withdrawn
    from charity.channel_bills b join ledger.published_books k on k.city_id = b.city_id and k.id = b.book_id
    join ledger.published_funds f on f.city_id = b.city_id and f.id = b.fund_id
    where b.city_id = ${cityId} and ${where} order by b.id desc limit ${limit}`.execute(tx)
  return rows
}

/** Differences that fit, the latest first. */
export async function readDifferences({ tx, actor: { cityId } }: Context, where: RawBuilder<unknown>, limit: number): Promise<BillDifference[]> {
  const { rows } = await sql<BillDifference>`select d.id, b.billed_on, d.kind, d.line_kind, d.number, d.bill_fen::float8 as bill_fen,
      d.own_fen::float8 as own_fen, d.gift_id, d.status, d.note, d.settled_name
    from charity.bill_differences d join charity.channel_bills b on b.city_id = d.city_id and b.id = d.bill_id
    where d.city_id = ${cityId} and ${where} order by d.id desc limit ${limit}`.execute(tx)
  return rows
}

/** One bill. */
export async function getBillRow(context: Context, id: string): Promise<ChannelBill> {
  const [bill] = await readBills(context, sql`b.id = ${id}::uuid`, 1)
  if (bill === undefined) throw new Refusal('NOT_FOUND')
  return bill
}

/** One difference. */
export async function getDifference(context: Context, id: string): Promise<BillDifference> {
  const [difference] = await readDifferences(context, sql`d.id = ${id}::uuid`, 1)
  if (difference === undefined) throw new Refusal('NOT_FOUND')
  return difference
}
