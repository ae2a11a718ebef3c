set local citus.multi_shard_modify_mode = 'sequential';

-- A chart of another year may number its accounts anew and say by which number forms know them: other modules find accounts by that number too.
create or replace view ledger.published_accounts with (security_invoker = true) as
  select a.city_id, a.id, a.scope_code, a.book_id, a.code, a.name, a.kind, a.duty, a.cost_class, a.closed_on, c.valid_from,
    coalesce(a.form_code, a.code) as form_code
    from ledger.accounts a join ledger.charts c on c.city_id = a.city_id and c.id = a.chart_id
   where a.is_leaf and c.status = 'valid';

create or replace view ledger.published_postings with (security_invoker = true) as
  select p.city_id, p.scope_code, p.book_id, p.journal_id, p.seq, p.dated_on, p.month, p.kind, p.memo, a.code as account_code, a.name as account_name,
    a.kind as account_kind, p.amount_fen, p.fund_id, p.restriction, p.cost_class, p.project_label, coalesce(a.form_code, a.code) as form_code
    from ledger.postings p
    join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
   where a.kind in ('net-asset', 'income', 'cost');
