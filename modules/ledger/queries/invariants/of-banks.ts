import type { Invariant } from '#platform/jobs/invariants.ts'

/** What holds of lines of banks, of the cash book and of archives. */
export const bankInvariants: readonly Invariant[] = [
  {
    name: 'bank-match-equal', sentence: '对上的银行流水和分录金额相等',
    sql: `select m.id::text as id from ledger.bank_matches m where m.city_id = $1
      and (select coalesce(sum(l.amount_fen), 0) from ledger.bank_lines l where l.city_id = $1 and l.match_id = m.id) <> (
        select coalesce(sum(p.amount_fen), 0) from ledger.matched_postings k join ledger.postings p on p.city_id = k.city_id and p.journal_id = k.journal_id
          and p.seq = k.seq where k.city_id = $1 and k.match_id = m.id)`,
  },
  {
    name: 'bank-match-two-sides', sentence: '每次对账两边都有内容，属于同一个银行科目',
    sql: `select m.id::text as id from ledger.bank_matches m where m.city_id = $1 and (
      not exists (select 1 from ledger.bank_lines l where l.city_id = $1 and l.match_id = m.id and l.account_id = m.account_id)
      or not exists (select 1 from ledger.matched_postings k where k.city_id = $1 and k.match_id = m.id)
      or exists (select 1 from ledger.bank_lines l where l.city_id = $1 and l.match_id = m.id and l.account_id <> m.account_id)
      or exists (select 1 from ledger.matched_postings k join ledger.postings p on p.city_id = k.city_id and p.journal_id = k.journal_id and p.seq = k.seq
        where k.city_id = $1 and k.match_id = m.id and p.account_id <> m.account_id))`,
  },
  {
    name: 'bank-file-whole', sentence: '每个银行文件的流水行数与登记的一致，撤回的文件没有流水',
    sql: `select s.id::text as id from ledger.bank_statements s where s.city_id = $1 and case when s.withdrawn_at is null then s.line_count else 0 end <> (
      select count(*) from ledger.bank_lines l where l.city_id = $1 and l.statement_id = s.id and l.account_id = s.account_id)`,
  },
  {
    name: 'cash-day-two-people', sentence: '现金盘点和确认是两个人',
    sql: `select account_id || ' ' || counted_on as id from ledger.cash_days where city_id = $1 and confirmed_by is not null and confirmed_by = counted_by`,
  },
  {
    name: 'archive-pages-follow', sentence: '会计档案的页码连续，已生成的文件齐全',
    sql: `select a.id::text as id from ledger.archives a join ledger.archive_parts p on p.city_id = a.city_id and p.archive_id = a.id
      where a.city_id = $1 and ((a.status = 'ready' and p.file_key is null) or p.first_page <> 1 + (
        select coalesce(sum(q.page_count), 0) from ledger.archive_parts q where q.city_id = $1 and q.archive_id = a.id and q.seq < p.seq))`,
  },
]
