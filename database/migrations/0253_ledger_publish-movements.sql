-- What other rooms of money may join: books, funds, accounts that hold money, and the lines that changed the net assets of a fund.
create view ledger.published_books with (security_invoker = true) as
  select b.city_id, b.id, b.scope_code, b.unit_id, b.name, b.holder_kind, b.status, b.starts_month from ledger.books b;
comment on view ledger.published_books is 'Sets of books, for modules that post.';

create view ledger.published_funds with (security_invoker = true) as
  select f.city_id, f.id, f.scope_code, f.book_id, f.code, f.name, f.restriction, f.purpose, f.usable_from, f.status from ledger.funds f;
comment on view ledger.published_funds is 'Funds, for modules that post and trace.';

create view ledger.published_accounts with (security_invoker = true) as
  select a.city_id, a.id, a.scope_code, a.book_id, a.code, a.name, a.kind, a.duty, a.cost_class, a.closed_on, c.valid_from
    from ledger.accounts a join ledger.charts c on c.city_id = a.city_id and c.id = a.chart_id
   where a.is_leaf and c.status = 'valid';
comment on view ledger.published_accounts is 'Ledger accounts to which lines are posted, with the first day of their chart.';

create view ledger.published_movements with (security_invoker = true) as
  select p.city_id, p.scope_code, p.book_id, p.fund_id, coalesce(j.reverses_id, j.id) as origin_id, o.dated_on, o.source, o.source_id,
    a.kind = 'cost' as is_cost, p.amount_fen, p.cost_class, p.project_id, p.project_label
    from ledger.postings p
    join ledger.journals j on j.city_id = p.city_id and j.id = p.journal_id
    join ledger.journals o on o.city_id = j.city_id and o.id = coalesce(j.reverses_id, j.id)
    join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
   where p.fund_id is not null and a.kind in ('net-asset', 'income', 'cost') and p.kind in ('ordinary', 'opening');
comment on view ledger.published_movements is 'Lines that changed the net assets of a fund, a reversal with the day and the source of what it reverses: debit positive.';
grant select on ledger.published_books, ledger.published_funds, ledger.published_accounts, ledger.published_movements to xinhuo_app, xinhuo_worker;
