import { sql, type RawBuilder } from 'kysely'


/** Columns of a voucher as lists show it; `v` is the voucher. */
export const voucherColumns: RawBuilder<unknown> = sql`v.id, v.book_id, v.month, v.dated_on, v.number, v.kind, v.status, v.summary,
  v.total_fen::float8 as total_fen, v.paper_count, v.made_name, v.reviewed_name, v.posted_name, v.reverses_id is not null as is_reversal,
  exists (select 1 from ledger.vouchers r where r.city_id = v.city_id and r.reverses_id = v.id and r.status <> 'discarded') as is_reversed, v.version`

