import type { Invariant } from '#platform/jobs/invariants.ts'

/** What holds of charts of accounts and of the turn from one to the next. */
export const chartInvariants: readonly Invariant[] = [
  {
    name: 'conversion-empties-old-accounts', sentence: '新旧衔接以后旧科目没有余额',
    // The few charts that were left behind are found first: asked for each posting, it would cost the square of the books.
    sql: `with turns as materialized (
        select j.book_id, j.dated_on from ledger.journals j where j.city_id = $1 and j.kind = 'conversion' and j.reverses_id is null
          and not exists (select 1 from ledger.journals r where r.city_id = j.city_id and r.reverses_id = j.id)),
      left_behind as materialized (
        select c.id from ledger.charts c
         where c.city_id = $1 and exists (select 1 from turns t where t.book_id = c.book_id and t.dated_on > c.valid_from)
           and not (exists (select 1 from turns t where t.book_id = c.book_id and t.dated_on = c.valid_from) and not exists (
             select 1 from ledger.charts later where later.city_id = c.city_id and later.book_id = c.book_id and later.status = 'valid'
               and later.valid_from > c.valid_from)))
      select p.account_id::text as id from left_behind c join ledger.accounts a on a.city_id = $1 and a.chart_id = c.id
        join ledger.postings p on p.city_id = $1 and p.account_id = a.id
       group by p.account_id, p.fund_id, p.project_id having sum(p.amount_fen) <> 0`,
  },
  {
    name: 'conversion-keeps-classes', sentence: '新旧衔接不改变每项资金、项目和限定性的金额',
    sql: `select p.journal_id::text as id from ledger.postings p where p.city_id = $1 and p.kind = 'conversion'
      group by p.journal_id, p.fund_id, p.project_id, p.restriction having sum(p.amount_fen) <> 0`,
  },
  {
    name: 'conversion-keeps-kinds', sentence: '新旧衔接前后资产、负债、净资产各自的金额相同',
    sql: `select p.journal_id::text as id from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
      where p.city_id = $1 and p.kind = 'conversion' group by p.journal_id, a.kind having sum(p.amount_fen) <> 0`,
  },
  {
    name: 'successor-of-next-chart', sentence: '对应的新科目在同一账套之后的科目表里，类别和用途相同',
    sql: `select a.id::text as id from ledger.accounts a join ledger.accounts s on s.city_id = a.city_id and s.id = a.successor_id
      join ledger.charts c on c.city_id = a.city_id and c.id = a.chart_id join ledger.charts n on n.city_id = s.city_id and n.id = s.chart_id
      where a.city_id = $1 and (s.book_id <> a.book_id or n.valid_from <= c.valid_from or s.kind <> a.kind or s.duty is distinct from a.duty)`,
  },
  {
    name: 'account-as-above', sentence: '明细科目的编号、类别和上级科目相符',
    sql: `select a.id::text as id from ledger.accounts a join ledger.accounts u on u.city_id = a.city_id and u.id = a.parent_id
      where a.city_id = $1 and (u.chart_id <> a.chart_id or u.kind <> a.kind or not starts_with(a.code, u.code))`,
  },
]
