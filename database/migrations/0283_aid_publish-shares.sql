-- What other rooms of money may join: what payers gave a child already, and needs an award may come from. Without a word of what was written.
create view aid.published_shares with (security_invoker = true) as
  select a.city_id, s.id, a.scope_code, a.child_id, a.kind, s.payer_kind, s.amount_fen, a.given_on
    from aid.acts a join aid.shares s on s.city_id = a.city_id and s.act_id = a.id
   where a.status in ('given', 'received') and s.withdrawn_on is null and s.form = 'money' and s.amount_fen is not null;
comment on view aid.published_shares is 'Money that was given to a child by each payer, for the checks of other modules.';

create view aid.published_needs with (security_invoker = true) as
  select n.city_id, n.id, n.scope_code, n.case_id, n.child_id, n.kind, n.amount_fen, n.status from aid.needs n;
comment on view aid.published_needs is 'Needs for other modules: keys, estimate and state.';
grant select on aid.published_shares, aid.published_needs to xinhuo_app, xinhuo_worker;
