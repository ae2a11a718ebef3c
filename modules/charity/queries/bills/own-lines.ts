import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { OwnLine } from '../../rules/bills/compare.ts'

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

/** Lines of bills loaded before that tell these numbers, or what was taken on the day. */
export async function listTold({ tx, actor: { cityId } }: Context, { numbers, billedOn }: Asked): Promise<{ kind: 'payment' | 'refund'; number: string }[]> {
  const { rows } = await sql<{ kind: 'payment' | 'refund'; number: string }>`select distinct l.kind, l.number from charity.bill_lines l
    where l.city_id = ${cityId} and (l.number = any (${numbers}::text[])
      or l.number in (select r.number from charity.refunds r
        where r.city_id = ${cityId} and (r.returned_at at time zone 'Asia/Shanghai')::date = ${billedOn}::date)
      or l.number in (select c.number from charity.charges c
        where c.city_id = ${cityId} and (c.paid_at at time zone 'Asia/Shanghai')::date = ${billedOn}::date))`
    .execute(tx)
  return rows
}
