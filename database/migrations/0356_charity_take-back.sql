set local citus.multi_shard_modify_mode = 'sequential';

-- A bill that was loaded from the wrong file is taken back: it stays on record, its day may be loaded anew.
alter table charity.channel_bills
  add column withdrawn_by uuid, add column withdrawn_name text, add column withdrawn_at timestamptz(3), add column withdrawn_reason text, add column reversal_id uuid;
comment on column charity.channel_bills.withdrawn_by is 'Account that took it back; null while it holds, or where the owner did.';
comment on column charity.channel_bills.withdrawn_name is 'Name of who took it back, as it was then; null while it holds.';
comment on column charity.channel_bills.withdrawn_at is 'When it was taken back; null while it holds.';
comment on column charity.channel_bills.withdrawn_reason is 'Why it was taken back; null while it holds.';
comment on column charity.channel_bills.reversal_id is 'Journal that reverses its fee; null while it holds, where there was no fee, or where the fee had been reversed before.';
alter table charity.channel_bills add constraint channel_bills_withdrawn_check
  check ((withdrawn_at is null) = (withdrawn_name is null) and (withdrawn_at is null) = (withdrawn_reason is null) and (reversal_id is null or withdrawn_at is not null));
alter table charity.channel_bills drop constraint channel_bills_day_key;
create unique index channel_bills_day_key on charity.channel_bills (city_id, book_id, channel, billed_on) where withdrawn_at is null;
grant update (withdrawn_by, withdrawn_name, withdrawn_at, withdrawn_reason, reversal_id) on charity.channel_bills to xinhuo_app, xinhuo_worker;

alter table charity.bill_differences drop constraint bill_differences_status_check;
alter table charity.bill_differences add constraint bill_differences_status_check check (status in ('open', 'cleared', 'settled', 'withdrawn'));
comment on column charity.bill_differences.status is 'open, cleared (a later bill, or what we learnt since, explains it), settled by a person, or withdrawn with its bill.';

-- What went back of a gift stands on its trail, without the reason and without anybody's name.
create function access.list_gift_refunds(p_city int, p_gift uuid) returns table (on_day date, amount_fen float8)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.on_day, k.amount_fen::float8 from charity.gift_changes k
   where k.city_id = p_city and k.gift_id = p_gift and k.change in ('reduced', 'refunded') order by k.on_day, k.id
$$;
comment on function access.list_gift_refunds is 'On which days how much of a gift went back to its donor.';
revoke execute on function access.list_gift_refunds(int, uuid) from public;
grant execute on function access.list_gift_refunds(int, uuid) to xinhuo_app, xinhuo_worker;
