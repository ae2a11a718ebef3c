set local citus.multi_shard_modify_mode = 'sequential';

-- What was reserved for a record and ended before the record learned of it is found by the module that made it.
create view ledger.published_ended_reservations with (security_invoker = true) as
  select c.city_id, c.scope_code, c.id, c.book_id, c.fund_id, c.amount_fen - c.paid_fen as left_fen from ledger.commitments c
   where c.status in ('released', 'expired');
comment on view ledger.published_ended_reservations is 'What was left of a commitment when it was released or expired, for the module that made it.';
grant select on ledger.published_ended_reservations to xinhuo_app, xinhuo_worker;
