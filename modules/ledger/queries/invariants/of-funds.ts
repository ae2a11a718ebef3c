import type { Invariant } from '#platform/jobs/invariants.ts'

const netAssets = `a.kind in ('net-asset', 'income', 'cost')`

/** What holds of funds and commitments. */
export const fundInvariants: readonly Invariant[] = [
  {
    name: 'fund-agrees-with-postings', sentence: '限定资金余额与分录一致',
    sql: `select b.fund_id::text as id from ledger.fund_balances b where b.city_id = $1 and b.balance_fen <> (
      select coalesce(-sum(p.amount_fen), 0) from ledger.postings p join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
       where p.city_id = $1 and p.fund_id = b.fund_id and ${netAssets})`,
  },
  {
    name: 'fund-not-overdrawn', sentence: '限定资金从不透支，也不超过预留',
    sql: `select fund_id::text as id from ledger.fund_balances where city_id = $1 and (balance_fen < reserved_fen or balance_fen < 0 or reserved_fen < 0)`,
  },
  {
    name: 'restricted-fund-has-balance', sentence: '限定资金都有余额行，非限定资金没有',
    sql: `select f.id::text as id from ledger.funds f left join ledger.fund_balances b on b.city_id = f.city_id and b.fund_id = f.id
      where f.city_id = $1 and (f.restriction <> 'none') <> (b.fund_id is not null)`,
  },
  {
    name: 'reserved-agrees-with-commitments', sentence: '预留与未付的承诺一致',
    sql: `select b.fund_id::text as id from ledger.fund_balances b where b.city_id = $1 and b.reserved_fen <> (
      select coalesce(sum(c.amount_fen - c.paid_fen), 0) from ledger.commitments c where c.city_id = $1 and c.fund_id = b.fund_id and c.status = 'reserved')`,
  },
  {
    name: 'commitment-on-restricted-fund', sentence: '承诺只在限定资金上',
    sql: `select c.id::text as id from ledger.commitments c join ledger.funds f on f.city_id = c.city_id and f.id = c.fund_id
      where c.city_id = $1 and (f.restriction = 'none' or f.book_id <> c.book_id)`,
  },
  {
    name: 'commitment-not-overpaid', sentence: '承诺不超付，付完的已付等于金额',
    sql: `select id::text as id from ledger.commitments where city_id = $1 and (paid_fen > amount_fen or (status = 'paid') <> (paid_fen = amount_fen))`,
  },
  {
    name: 'commitment-agrees-with-payments', sentence: '承诺的已付等于记账的支付减去冲销',
    sql: `select c.id::text as id from ledger.commitments c where c.city_id = $1 and c.status in ('reserved', 'paid') and c.paid_fen <> (
      select coalesce(sum(p.amount_fen), 0) from ledger.journals j join ledger.postings p on p.city_id = j.city_id and p.journal_id = j.id
        and p.fund_id = c.fund_id join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id and ${netAssets}
       where j.city_id = $1 and j.commitment_id = c.id)`,
  },
  {
    name: 'closed-fund-is-empty', sentence: '关闭的资金没有余额',
    sql: `select f.id::text as id from ledger.funds f join ledger.fund_balances b on b.city_id = f.city_id and b.fund_id = f.id
      where f.city_id = $1 and f.status = 'closed' and (b.balance_fen <> 0 or b.reserved_fen <> 0)`,
  },
  {
    name: 'time-fund-not-early', sentence: '限定时间的资金没有提前列支',
    sql: `select p.journal_id::text as id from ledger.postings p join ledger.funds f on f.city_id = p.city_id and f.id = p.fund_id
      join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
      where p.city_id = $1 and a.kind = 'cost' and p.kind = 'ordinary' and p.amount_fen > 0 and f.usable_from is not null and p.dated_on < f.usable_from`,
  },
]
