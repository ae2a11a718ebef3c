import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { OwnLine } from '../../rules/bills/compare.ts'
import type { BillLine } from '../../rules/bills/read-bill.ts'

type Asked = { numbers: readonly string[]; billedOn: LocalDate }

/** Charges and refunds of these numbers, and all that were paid or returned on the day. */
export async function listOwnLines({ tx, actor: { cityId } }: Context, { numbers, billedOn }: Asked): Promise<OwnLine[]> {
  const { rows } = await sql<OwnLine>`
    select 'payment' as kind, c.number, c.amount_fen::float8 as amount_fen, c.gift_id, (c.paid_at at time zone 'Asia/Shanghai')::date as taken_on
      from charity.charges c where c.city_id = ${cityId} and c.channel = 'wechat'
       and (c.number = any (${numbers}::text[]) or (c.paid_at at time zone 'Asia/Shanghai')::date = ${billedOn}::date)
    union all
    select 'refund', r.number, r.amount_fen::float8, r.gift_id, (r.returned_at at time zone 'Asia/Shanghai')::date
      from charity.refunds r where r.city_id = ${cityId}
       and (r.number = any (${numbers}::text[]) or (r.returned_at at time zone 'Asia/Shanghai')::date = ${billedOn}::date)`.execute(tx)
  return rows
}

/** A bill whose lines are compared. */
export type ComparedBill = { id: string; scopeCode: string; billedOn: LocalDate }

/** What a bill says, line by line. */
export async function listBillLines({ tx, actor: { cityId } }: Context, billId: string): Promise<Pick<BillLine, 'kind' | 'number' | 'amountFen'>[]> {
  const { rows } = await sql<Pick<BillLine, 'kind' | 'number' | 'amountFen'>>`select l.kind, l.number, l.amount_fen::float8 as amount_fen
    from charity.bill_lines l where l.city_id = ${cityId} and l.bill_id = ${billId}::uuid order by l.seq`.execute(tx)
  return rows
}

/** Lines of bills that hold and were loaded before this one that tell these numbers, or what was taken on its day. */
export async function listTold(
  { tx, actor: { cityId } }: Context, { numbers, bill }: { numbers: readonly string[]; bill: Pick<ComparedBill, 'id' | 'billedOn'> },
): Promise<{ kind: 'payment' | 'refund'; number: string }[]> {
  const { rows } = await sql<{ kind: 'payment' | 'refund'; number: string }>`select distinct l.kind, l.number from charity.bill_lines l
    join charity.channel_bills b on b.city_id = l.city_id and b.id = l.bill_id
    where l.city_id = ${cityId} and b.id < ${bill.id}::uuid and b.withdrawn_at is null and (l.number = any (${numbers}::text[])
      or l.number in (select r.number from charity.refunds r
        where r.city_id = ${cityId} and (r.returned_at at time zone 'Asia/Shanghai')::date = ${bill.billedOn}::date)
      or l.number in (select c.number from charity.charges c
        where c.city_id = ${cityId} and (c.paid_at at time zone 'Asia/Shanghai')::date = ${bill.billedOn}::date))`
    .execute(tx)
  return rows
}

/** Bills that hold, loaded after one, on whose lines or days something of it stands: what they say was judged beside it. */
export async function listJudgedBeside({ tx, actor: { cityId } }: Context, bill: { id: string; bookId: string }): Promise<ComparedBill[]> {
  const { rows } = await sql<ComparedBill>`select b.id, b.scope_code::text as scope_code, b.billed_on from charity.channel_bills b
    where b.city_id = ${cityId} and b.book_id = ${bill.bookId}::uuid and b.id > ${bill.id}::uuid and b.withdrawn_at is null and exists (
      select 1 from charity.bill_lines l where l.city_id = ${cityId} and l.bill_id = ${bill.id}::uuid and (
        exists (select 1 from charity.bill_lines o where o.city_id = ${cityId} and o.bill_id = b.id and o.number = l.number)
        or exists (select 1 from charity.charges c where c.city_id = ${cityId} and c.number = l.number
          and (c.paid_at at time zone 'Asia/Shanghai')::date = b.billed_on)
        or exists (select 1 from charity.refunds r where r.city_id = ${cityId} and r.number = l.number
          and (r.returned_at at time zone 'Asia/Shanghai')::date = b.billed_on)))
    order by b.id`.execute(tx)
  return rows
}
