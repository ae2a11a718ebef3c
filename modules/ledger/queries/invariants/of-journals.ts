import type { Invariant } from '#platform/jobs/invariants.ts'

/** What holds of journals and their lines. */
export const journalInvariants: readonly Invariant[] = [
  {
    name: 'journal-balanced', sentence: '每笔分录借贷相等',
    sql: `select p.journal_id::text as id from ledger.postings p where p.city_id = $1 group by p.journal_id having sum(p.amount_fen) <> 0`,
  },
  {
    name: 'journal-has-lines', sentence: '每笔分录的行数与登记的一致，至少两行',
    sql: `select j.id::text as id from ledger.journals j where j.city_id = $1 and j.line_count is distinct from (
      select count(*)::int from ledger.postings p where p.city_id = $1 and p.journal_id = j.id)`,
  },
  {
    name: 'posting-agrees-with-journal', sentence: '每行都有所属分录，账套、日期、月份、种类与它一致',
    sql: `select p.journal_id::text as id from ledger.postings p left join ledger.journals j on j.city_id = p.city_id and j.id = p.journal_id
      where p.city_id = $1 and (j.id is null or p.book_id <> j.book_id or p.dated_on <> j.dated_on or p.month <> j.month or p.kind <> j.kind)`,
  },
  {
    name: 'journal-in-month-of-books', sentence: '每笔分录的月份在账套里',
    sql: `select j.id::text as id from ledger.journals j where j.city_id = $1 and not exists (
      select 1 from ledger.periods m where m.city_id = $1 and m.book_id = j.book_id and m.month = j.month)`,
  },
  {
    name: 'posting-on-own-account', sentence: '每行的科目属于同一账套',
    sql: `select p.journal_id::text as id from ledger.postings p left join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
      where p.city_id = $1 and (a.book_id is null or a.book_id <> p.book_id)`,
  },
  {
    name: 'posting-on-leaf', sentence: '有下级的科目没有分录',
    sql: `select distinct p.account_id::text as id from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
      where p.city_id = $1 and not a.is_leaf`,
  },
  {
    name: 'leaf-has-no-child', sentence: '末级科目没有下级，非末级科目有下级',
    sql: `select a.id::text as id from ledger.accounts a where a.city_id = $1 and a.is_leaf = exists (
      select 1 from ledger.accounts b where b.city_id = $1 and b.parent_id = a.id)`,
  },
  {
    name: 'account-in-valid-chart', sentence: '除新旧衔接外，科目属于当天适用的科目表',
    sql: `select p.journal_id::text as id from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
      where p.city_id = $1 and p.kind <> 'conversion' and a.chart_id is distinct from (select c.id from ledger.charts c where c.city_id = $1
        and c.book_id = p.book_id and c.status = 'valid' and c.valid_from <= p.dated_on order by c.valid_from desc limit 1)`,
  },
  {
    name: 'posting-on-own-fund', sentence: '每行的资金属于同一账套',
    sql: `select p.journal_id::text as id from ledger.postings p left join ledger.funds f on f.city_id = p.city_id and f.id = p.fund_id
      where p.city_id = $1 and p.fund_id is not null and (f.book_id is null or f.book_id <> p.book_id)`,
  },
  {
    name: 'restriction-follows-fund', sentence: '限定性随资金，费用和非限定性净资产不限定',
    sql: `select p.journal_id::text as id from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
      left join ledger.funds f on f.city_id = p.city_id and f.id = p.fund_id where p.city_id = $1 and p.restriction <>
        case when a.kind = 'cost' or a.duty = 'unrestricted' then 'none' else coalesce(f.restriction, 'none') end`,
  },
  {
    name: 'restricted-account-has-fund', sentence: '限定性净资产的每行都有限定资金',
    sql: `select p.journal_id::text as id from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
      where p.city_id = $1 and a.duty = 'restricted' and p.restriction = 'none'`,
  },
  {
    name: 'cost-has-class', sentence: '费用行都有费用类别，其他行没有',
    sql: `select p.journal_id::text as id from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
      where p.city_id = $1 and (a.kind = 'cost') <> (p.cost_class is not null)`,
  },
  {
    name: 'reversal-mirrors', sentence: '冲销与原分录逐行相反',
    sql: `select r.id::text as id from ledger.journals r join ledger.postings p on p.city_id = r.city_id and p.journal_id = r.reverses_id
      left join ledger.postings q on q.city_id = r.city_id and q.journal_id = r.id and q.seq = p.seq
      where r.city_id = $1 and r.reverses_id is not null and (q.amount_fen is distinct from -p.amount_fen or q.account_id is distinct from p.account_id
        or q.side is distinct from p.side or q.fund_id is distinct from p.fund_id)`,
  },
  {
    name: 'reversal-not-reversed', sentence: '冲销不再被冲销',
    sql: `select r.id::text as id from ledger.journals r join ledger.journals o on o.city_id = r.city_id and o.id = r.reverses_id
      where r.city_id = $1 and o.reverses_id is not null`,
  },
  {
    name: 'opening-in-first-month', sentence: '期初余额只在启用的第一个月',
    sql: `select j.id::text as id from ledger.journals j join ledger.books b on b.city_id = j.city_id and b.id = j.book_id
      where j.city_id = $1 and j.kind = 'opening' and j.reverses_id is null and j.month <> b.starts_month`,
  },
  {
    name: 'folded-balances-agree', sentence: '汇总余额不多于分录所记',
    sql: `select m.account_id::text as id from (select book_id, account_id, sum(debit_fen - credit_fen) as folded from ledger.month_balances
        where city_id = $1 group by book_id, account_id) m
      join (select p.book_id, p.account_id, sum(p.amount_fen) as posted from ledger.postings p, audit.watermarks w where p.city_id = $1 and w.city_id = $1
        and w.reader = 'ledger' and (p.epoch, p.tx, p.position) <= (w.epoch, w.tx, w.position) group by p.book_id, p.account_id) q
        on q.book_id = m.book_id and q.account_id = m.account_id where m.folded <> q.posted`,
  },
]
