set local citus.multi_shard_modify_mode = 'sequential';

-- A charge is noted before its channel is asked, so that nothing is held while the channel takes its time; one nobody paid is closed.
alter table charity.charges alter column code_url drop not null;
comment on column charity.charges.code_url is 'Address the donor scans to pay; null until the channel gave it, and where it gave none.';
alter table charity.charges drop constraint charges_status_check;
alter table charity.charges add constraint charges_status_check check (status in ('asked', 'open', 'paid', 'booked', 'closed'));
comment on column charity.charges.status is
  'asked (no answer yet), open, paid (the channel said so), booked (the gift is confirmed) or closed (nobody paid, or the channel took no order).';
alter table charity.charges drop constraint charges_paid_check;
alter table charity.charges add constraint charges_paid_check check (
  (status in ('asked', 'open', 'closed')) = (paid_at is null) and (paid_at is null) = (transaction_number is null));
alter table charity.charges add constraint charges_code_check check (status <> 'open' or code_url is not null);
alter table charity.charges add column asked_at timestamptz(3) not null default now();
comment on column charity.charges.asked_at is 'When the channel was last asked: for the order, later for what became of it.';
alter table charity.charges add column is_own boolean not null default false;
comment on column charity.charges.is_own is 'Whether the donor made the order itself; its draft goes with it when nobody pays.';
create index charges_asked_idx on charity.charges (city_id, asked_at) where status in ('asked', 'open');

create or replace function access.take_payment(
  p_city int, p_nonce text, p_channel text, p_number text, p_transaction text, p_amount bigint, p_paid_at timestamptz)
returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_amount bigint; v_status text; v_transaction text; v_id uuid;
begin
  delete from charity.callback_nonces n where n.city_id = p_city and n.seen_at < now() - interval '1 hour';
  insert into charity.callback_nonces (city_id, nonce, seen_at) values (p_city, p_nonce, now()) on conflict do nothing;
  if not found then return 'replayed'; end if;
  select c.id, c.amount_fen, c.status, c.transaction_number into v_id, v_amount, v_status, v_transaction from charity.charges c
   where c.city_id = p_city and c.channel = p_channel and c.number = p_number for update of c;
  if not found then return 'unknown'; end if;
  if v_amount <> p_amount then
    update charity.charges c set obstacle = 'AMOUNT_DIFFERS' where c.city_id = p_city and c.id = v_id;
    return 'differs';
  end if;
  if v_status in ('paid', 'booked') then return case when v_transaction = p_transaction then 'known' else 'differs' end; end if;
  -- Money that came is taken, also where we never learnt the code or had given the charge up.
  update charity.charges c set status = 'paid', transaction_number = p_transaction, paid_at = p_paid_at, obstacle = null
   where c.city_id = p_city and c.id = v_id;
  return 'taken';
end $$;

-- A part of a gift may go back to its donor.
alter table charity.gift_changes drop constraint gift_changes_change_check;
alter table charity.gift_changes add constraint gift_changes_change_check check (change in ('confirmed', 'corrected', 'moved', 'reduced', 'refunded'));
comment on column charity.gift_changes.change is 'confirmed, corrected, moved, reduced (a part went back) or refunded (all of it).';

-- Money that was paid online goes back the way it came.
create table charity.refunds (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  gift_id uuid not null,
  charge_id uuid not null,
  number text not null,
  amount_fen bigint not null constraint refunds_amount_check check (amount_fen > 0 and amount_fen < 100000000000),
  status text not null constraint refunds_status_check check (status in ('wanted', 'asked', 'done', 'failed')),
  channel_number text,
  returned_at timestamptz(3),
  obstacle text,
  asked_at timestamptz(3),
  told_at timestamptz(3),
  made_by uuid,
  made_name text not null,
  created_at timestamptz(3) not null,
  constraint refunds_pkey primary key (city_id, id),
  constraint refunds_number_key unique (city_id, number),
  constraint refunds_gift_fkey foreign key (city_id, gift_id) references charity.gifts (city_id, id),
  constraint refunds_charge_fkey foreign key (city_id, charge_id) references charity.charges (city_id, id),
  constraint refunds_returned_check check ((status = 'done') = (returned_at is not null))
);
comment on table charity.refunds is 'What goes back to a donor the way it was paid online: wanted with the books, asked of the channel by its number.';
comment on column charity.refunds.city_id is 'City.';
comment on column charity.refunds.id is 'Refund.';
comment on column charity.refunds.scope_code is 'Scope code of the gift.';
comment on column charity.refunds.gift_id is 'Gift that went back, all or a part of it.';
comment on column charity.refunds.charge_id is 'Charge by which it was paid.';
comment on column charity.refunds.number is 'Number by which the channel knows it, out_refund_no of WeChat. The same number is paid back once.';
comment on column charity.refunds.amount_fen is 'Amount in fen.';
comment on column charity.refunds.status is 'wanted (the channel is not asked yet), asked (it is on its way), done or failed (it has to be paid back by hand).';
comment on column charity.refunds.channel_number is 'Number of the refund at the channel; null until it took it.';
comment on column charity.refunds.returned_at is 'When it came to the donor, by the clock of the channel; null until then.';
comment on column charity.refunds.obstacle is 'Why it failed or could not be asked for yet; null for nothing.';
comment on column charity.refunds.asked_at is 'When the channel was last asked; null until then.';
comment on column charity.refunds.told_at is 'When the accountants were told that it failed; null where there was nothing to tell.';
comment on column charity.refunds.made_by is 'Account that gave the gift back.';
comment on column charity.refunds.made_name is 'Name of who gave it back, as it was then.';
comment on column charity.refunds.created_at is 'When.';
create index refunds_gift_idx on charity.refunds (city_id, gift_id, id);
create index refunds_charge_idx on charity.refunds (city_id, charge_id);
create index refunds_asked_idx on charity.refunds (city_id, asked_at) where status in ('wanted', 'asked');
create index refunds_untold_idx on charity.refunds (city_id, id) where status = 'failed' and told_at is null;
select platform.declare_table('charity.refunds', 'scoped', 'select, insert, update');

create function access.take_refund(
  p_city int, p_nonce text, p_channel text, p_number text, p_refund text, p_amount bigint, p_status text, p_at timestamptz)
returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_amount bigint; v_status text; v_id uuid;
begin
  delete from charity.callback_nonces n where n.city_id = p_city and n.seen_at < now() - interval '1 hour';
  insert into charity.callback_nonces (city_id, nonce, seen_at) values (p_city, p_nonce, now()) on conflict do nothing;
  if not found then return 'replayed'; end if;
  select r.id, r.amount_fen, r.status into v_id, v_amount, v_status from charity.refunds r
    join charity.charges c on c.city_id = r.city_id and c.id = r.charge_id and c.channel = p_channel
   where r.city_id = p_city and r.number = p_number for update of r;
  if not found then return 'unknown'; end if;
  if v_amount <> p_amount then return 'differs'; end if;
  if v_status = 'done' then return 'known'; end if;
  if p_status = 'done' then
    update charity.refunds r set status = 'done', channel_number = p_refund, returned_at = p_at, obstacle = null
     where r.city_id = p_city and r.id = v_id;
  elsif p_status = 'failed' and v_status <> 'failed' then
    update charity.refunds r set status = 'failed', channel_number = p_refund, obstacle = 'REFUND_FAILED'
     where r.city_id = p_city and r.id = v_id;
  elsif p_status = 'asked' and v_status = 'wanted' then
    update charity.refunds r set status = 'asked', channel_number = p_refund, obstacle = null
     where r.city_id = p_city and r.id = v_id;
  else
    return 'known';
  end if;
  return 'taken';
end $$;
comment on function access.take_refund is 'Notes how a refund stands at the channel, once: taken, known (said before), replayed (as such), unknown or differs.';
revoke execute on function access.take_refund(int, text, text, text, text, bigint, text, timestamptz) from public;
grant execute on function access.take_refund(int, text, text, text, text, bigint, text, timestamptz) to xinhuo_app, xinhuo_worker;
