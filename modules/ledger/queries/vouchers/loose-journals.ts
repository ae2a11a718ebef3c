import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Line } from '../../rules/dimensions.ts'

type Asked = { bookId: string; month: number }

const isLoose = sql`not exists (select 1 from ledger.voucher_journals k where k.city_id = j.city_id and k.journal_id = j.id)`

/** Journals of a month that stand in no voucher yet. */
export async function listLooseJournals({ tx, actor }: Context, { bookId, month }: Asked): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select j.id from ledger.journals j where j.city_id = ${actor.cityId} and j.book_id = ${bookId} and j.month = ${month}
      and ${isLoose} order by j.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Their lines added up by account, column and dimension; red letters stay apart, so that nothing adds up to zero. */
export async function sumLooseLines({ tx, actor }: Context, { bookId, month, memo }: Asked & { memo: string }): Promise<Line[]> {
  const { rows } = await sql<Omit<Line, 'memo'>>`
    select p.account_id, p.side, sum(p.amount_fen)::float8 as amount_fen, p.fund_id, p.project_id, min(p.project_label) as project_label, p.cost_class,
      p.flow_item
      from ledger.journals j join ledger.postings p on p.city_id = j.city_id and p.journal_id = j.id
      join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
     where j.city_id = ${actor.cityId} and j.book_id = ${bookId} and j.month = ${month} and ${isLoose}
     group by p.account_id, a.code, p.side, sign(p.amount_fen), p.fund_id, p.project_id, p.cost_class, p.flow_item
     order by p.side desc, a.code, p.fund_id, p.project_id`.execute(tx)
  return rows.map((row) => ({ memo, ...row }))
}
