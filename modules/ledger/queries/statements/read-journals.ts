import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** A journal with its postings, as it leaves the house. */
export type WholeJournal = {
  id: string; datedOn: string; month: number; kind: string; memo: string; voucherNumber: number | null; reversesId: string | null
  postings: { accountId: string; amountFen: number; fund: string | null; restriction: string; projectLabel: string | null; memo: string }[]
}

const batch = 1000

/** Journals of a year, month by month in the order they were entered; memory stays that of one batch. */
export async function* readJournals(context: Context, { bookId, year }: { bookId: string; year: number }): AsyncGenerator<WholeJournal> {
  for (let month = year * 100 + 1; month <= year * 100 + 12; month++) {
    for (let after: string | null = null; ;) {
      const journals: WholeJournal[] = await readBatch(context, { bookId, month, after })
      yield* journals
      const last = journals.at(-1)
      if (last === undefined || journals.length < batch) break
      after = last.id
    }
  }
}

async function readBatch({ tx, actor }: Context, { bookId, month, after }: { bookId: string; month: number; after: string | null }): Promise<WholeJournal[]> {
  const { rows } = await sql<WholeJournal>`
    select j.id, j.dated_on, j.month, j.kind, j.memo, j.reverses_id, v.number as voucher_number, l.postings
      from (select j.* from ledger.journals j where j.city_id = ${actor.cityId} and j.book_id = ${bookId} and j.month = ${month}
        and (${after}::uuid is null or j.id > ${after}::uuid) order by j.id limit ${batch}) j
      left join ledger.voucher_journals vj on vj.city_id = j.city_id and vj.journal_id = j.id
      left join ledger.vouchers v on v.city_id = j.city_id and v.id = vj.voucher_id
      cross join lateral (
        select jsonb_agg(jsonb_build_object('accountId', p.account_id, 'amountFen', p.amount_fen, 'fund', f.code || ' ' || f.name, 'restriction', p.restriction,
          'projectLabel', p.project_label, 'memo', p.memo) order by p.seq) as postings
          from ledger.postings p left join ledger.funds f on f.city_id = p.city_id and f.id = p.fund_id
         where p.city_id = j.city_id and p.journal_id = j.id) l
     order by j.id`.execute(tx)
  return rows
}
