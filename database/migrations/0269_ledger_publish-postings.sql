-- What the duties of law are reckoned from: lines on income, cost and net assets with their day and class, and promises of money.
create view ledger.published_postings with (security_invoker = true) as
  select p.city_id, p.scope_code, p.book_id, p.journal_id, p.seq, p.dated_on, p.month, p.kind, p.memo, a.code as account_code, a.name as account_name,
    a.kind as account_kind, p.amount_fen, p.fund_id, p.restriction, p.cost_class, p.project_label
    from ledger.postings p
    join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
   where a.kind in ('net-asset', 'income', 'cost');
comment on view ledger.published_postings is 'Lines on accounts of income, cost and net assets, debit positive, for modules that reckon from the books.';

create view ledger.published_promises with (security_invoker = true) as
  select c.city_id, c.scope_code, c.book_id, c.fund_id, c.amount_fen - c.paid_fen as left_fen from ledger.commitments c where c.status = 'reserved';
comment on view ledger.published_promises is 'Money promised and not paid yet.';

grant select on ledger.published_postings, ledger.published_promises to xinhuo_app, xinhuo_worker;
