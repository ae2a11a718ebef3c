import type { Invariant } from '#platform/jobs/invariants.ts'

/** What holds of vouchers and months. */
export const voucherInvariants: readonly Invariant[] = [
  {
    name: 'numbers-without-gap', sentence: '每月凭证号从1连续，没有断号',
    sql: `select p.book_id::text || ' ' || p.month as id from ledger.periods p where p.city_id = $1 and (
      select count(*) || ' ' || coalesce(max(v.number), 0) from ledger.vouchers v where v.city_id = $1 and v.book_id = p.book_id and v.month = p.month
        and v.number is not null) <> p.last_number || ' ' || p.last_number`,
  },
  {
    name: 'three-people', sentence: '制单、审核、记账是三个人',
    sql: `select id::text as id from ledger.vouchers where city_id = $1 and kind in ('ordinary', 'opening') and status = 'posted'
      and (made_by = reviewed_by or made_by = posted_by or reviewed_by = posted_by)`,
  },
  {
    name: 'voucher-agrees-with-journals', sentence: '记账凭证与分录金额一致',
    sql: `select v.id::text as id from ledger.vouchers v where v.city_id = $1 and v.status = 'posted' and v.total_fen <> (
      select coalesce(sum(p.amount_fen), 0) from ledger.voucher_journals k join ledger.postings p on p.city_id = k.city_id and p.journal_id = k.journal_id
       where k.city_id = $1 and k.voucher_id = v.id and p.side = 'debit')`,
  },
  {
    name: 'voucher-lines-agree', sentence: '凭证合计与各行一致',
    sql: `select v.id::text as id from ledger.vouchers v where v.city_id = $1 and v.total_fen <> (select coalesce(sum(l.amount_fen), 0)
      from ledger.voucher_lines l where l.city_id = $1 and l.voucher_id = v.id and l.side = 'debit')`,
  },
  {
    name: 'voucher-journal-of-month', sentence: '凭证和所记分录同一账套、同一月份',
    sql: `select v.id::text as id from ledger.voucher_journals k join ledger.vouchers v on v.city_id = k.city_id and v.id = k.voucher_id
      join ledger.journals j on j.city_id = k.city_id and j.id = k.journal_id where k.city_id = $1 and (v.book_id <> j.book_id or v.month <> j.month)`,
  },
  {
    name: 'own-journal-when-posted', sentence: '自填凭证记账后恰有一笔分录，未记账没有',
    sql: `select v.id::text as id from ledger.vouchers v where v.city_id = $1 and not v.is_gathered and (
      select count(*) from ledger.voucher_journals k where k.city_id = $1 and k.voucher_id = v.id) <> case when v.status = 'posted' then 1 else 0 end`,
  },
  {
    name: 'voucher-reversal-mirrors', sentence: '冲销凭证的分录冲销原凭证的分录',
    sql: `select v.id::text as id from ledger.vouchers v
      join ledger.voucher_journals k on k.city_id = v.city_id and k.voucher_id = v.id join ledger.journals j on j.city_id = k.city_id and j.id = k.journal_id
      join ledger.voucher_journals o on o.city_id = v.city_id and o.voucher_id = v.reverses_id
      where v.city_id = $1 and v.status = 'posted' and v.reverses_id is not null and j.reverses_id is distinct from o.journal_id`,
  },
  {
    name: 'closed-month-complete', sentence: '已结账的月份没有未记账凭证和没有凭证的分录',
    sql: `select p.book_id::text || ' ' || p.month as id from ledger.periods p where p.city_id = $1 and p.status = 'closed' and (
      exists (select 1 from ledger.vouchers v where v.city_id = $1 and v.book_id = p.book_id and v.month = p.month and v.status in ('draft', 'submitted',
        'reviewed'))
      or exists (select 1 from ledger.journals j where j.city_id = $1 and j.book_id = p.book_id and j.month = p.month and not exists (
        select 1 from ledger.voucher_journals k where k.city_id = $1 and k.journal_id = j.id)))`,
  },
  {
    name: 'months-close-in-order', sentence: '月份依次结账，中间没有未结账的月份',
    sql: `select p.book_id::text || ' ' || p.month as id from ledger.periods p where p.city_id = $1 and p.status = 'open' and exists (
      select 1 from ledger.periods q where q.city_id = $1 and q.book_id = p.book_id and q.month > p.month and q.status = 'closed')`,
  },
  {
    name: 'months-without-gap', sentence: '月份从启用月起连续',
    sql: `select b.id::text as id from ledger.books b where b.city_id = $1 and (select count(*) from ledger.periods p where p.city_id = $1 and p.book_id = b.id)
      <> (select (max(p.month) / 100 - b.starts_month / 100) * 12 + max(p.month) % 100 - b.starts_month % 100 + 1 from ledger.periods p
        where p.city_id = $1 and p.book_id = b.id)`,
  },
  {
    name: 'closed-year-carried-over', sentence: '结账的年度收入费用已结平',
    sql: `select p.book_id::text || ' ' || p.account_id as id from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
      join (select book_id, max(month) as month from ledger.periods where city_id = $1 and status = 'closed' and month % 100 = 12 group by book_id) y
        on y.book_id = p.book_id and p.month <= y.month
      where p.city_id = $1 and a.kind in ('income', 'cost') group by p.book_id, p.account_id, p.fund_id, p.project_id, p.cost_class having sum(
        p.amount_fen) <> 0`,
  },
  {
    name: 'periods-closed-on-record', sentence: '每次结账和重开都有记录',
    sql: `select p.book_id::text || ' ' || p.month as id from ledger.periods p where p.city_id = $1 and p.reopened_count <> (
      select count(*) from ledger.period_changes c where c.city_id = $1 and c.book_id = p.book_id and c.month = p.month and c.change = 'reopened')`,
  },
]
