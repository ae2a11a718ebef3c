import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { ClosingFindings } from '../../rules/closing.ts'
import { lastDayOf } from '../../rules/months.ts'
import { byRule } from '../../rules/voucher-steps.ts'

/** Looks for what stands against the closing of a month. */
export async function findClosingFindings({ tx, actor }: Context, { bookId, month }: { bookId: string; month: number }): Promise<ClosingFindings> {
  const of = (row: string) => sql`${sql.ref(row)}.city_id = ${actor.cityId} and ${sql.ref(row)}.book_id = ${bookId}`
  const { rows } = await sql<ClosingFindings>`select
    (select count(*)::int from ledger.vouchers v where ${of('v')} and v.month = ${month} and v.status in ('draft', 'submitted', 'reviewed')) as "vouchers-open",
    (select count(*)::int from ledger.journals j where ${of('j')} and j.month = ${month} and not exists (
      select 1 from ledger.voucher_journals k where k.city_id = j.city_id and k.journal_id = j.id)) as "journals-without-voucher",
    (select count(*)::int from ledger.periods p where ${of('p')} and p.month < ${month} and p.status = 'open') as "earlier-month-open",
    (select abs(coalesce(max(p.last_number), 0) - (select count(*)::int from ledger.vouchers v where ${of('v')} and v.month = ${month} and v.status = 'posted'))
      from ledger.periods p where ${of('p')} and p.month = ${month}) as "numbers-without-gap",
    (select count(*)::int from (select 1 from ledger.postings p where ${of('p')} and p.month <= ${month} having sum(p.amount_fen) <> 0) s) as "trial-balance",
    (select count(*)::int from (select p.account_id from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
      where ${of('p')} and p.month <= ${month} and a.duty in ('cash', 'bank') group by p.account_id having sum(p.amount_fen) < 0) s) as "cash-not-negative",
    (select count(*)::int from ledger.fund_balances f where ${of('f')} and f.balance_fen <> (
      select coalesce(-sum(p.amount_fen), 0) from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
       where ${of('p')} and p.fund_id = f.fund_id and a.kind in ('net-asset', 'income', 'cost'))) as "funds-agree",
    (select count(*)::int from ledger.commitments c where ${of('c')} and c.status = 'reserved') as "commitments-open",
    (select count(*)::int from (select p.account_id from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
      where ${of('p')} and p.month <= ${month} and a.chart_id <> (select c.id from ledger.charts c where ${of('c')} and c.status = 'valid'
        and c.valid_from <= ${lastDayOf(month)}::date order by c.valid_from desc limit 1)
      group by p.account_id having sum(p.amount_fen) <> 0) s) as "balances-converted",
    (select count(*)::int from ledger.vouchers v where ${of('v')} and v.month < ${month} and v.status = 'posted' and v.kind in ('release', 'carry-over')
      and v.reviewed_name = ${byRule}) as "rule-vouchers-countersigned"`.execute(tx)
  const [found] = rows
  if (found === undefined) throw new Error('the findings are one row')
  return found
}
