set local citus.multi_shard_modify_mode = 'sequential';

-- Online payment: a charge asks for the money of a drafted gift by a channel; the channel's callback says that it was paid, a job books it.
create table charity.charges (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  gift_id uuid not null,
  channel text not null constraint charges_channel_check check (channel in ('wechat')),
  number text not null,
  amount_fen bigint not null constraint charges_amount_check check (amount_fen > 0 and amount_fen < 100000000000),
  code_url text not null,
  status text not null constraint charges_status_check check (status in ('open', 'paid', 'booked')),
  expires_at timestamptz(3) not null,
  transaction_number text,
  paid_at timestamptz(3),
  obstacle text,
  made_by uuid,
  made_name text not null,
  created_at timestamptz(3) not null,
  constraint charges_pkey primary key (city_id, id),
  constraint charges_number_key unique (city_id, number),
  constraint charges_transaction_key unique (city_id, channel, transaction_number),
  constraint charges_gift_fkey foreign key (city_id, gift_id) references charity.gifts (city_id, id),
  constraint charges_paid_check check ((status = 'open') = (paid_at is null) and (paid_at is null) = (transaction_number is null))
);
comment on table charity.charges is 'What a donor is asked to pay online for a drafted gift; paid once, booked once.';
comment on column charity.charges.city_id is 'City.';
comment on column charity.charges.id is 'Charge.';
comment on column charity.charges.scope_code is 'Scope code of the gift.';
comment on column charity.charges.gift_id is 'Gift it pays.';
comment on column charity.charges.channel is 'wechat.';
comment on column charity.charges.number is 'Number by which the channel knows it: 32 letters and figures, out_trade_no of WeChat.';
comment on column charity.charges.amount_fen is 'Amount in fen; what is paid must equal it.';
comment on column charity.charges.code_url is 'Address the donor scans to pay.';
comment on column charity.charges.status is 'open, paid (the channel said so) or booked (the gift is confirmed).';
comment on column charity.charges.expires_at is 'From then on the channel takes no money for it.';
comment on column charity.charges.transaction_number is 'Number of the payment at the channel; null until it was paid.';
comment on column charity.charges.paid_at is 'When it was paid, by the clock of the channel; null until then.';
comment on column charity.charges.obstacle is 'Why a paid charge could not be booked, or what a callback said amiss; null for nothing.';
comment on column charity.charges.made_by is 'Account that asked for it; null where the owner loaded it.';
comment on column charity.charges.made_name is 'Name of who asked for it, as it was then.';
comment on column charity.charges.created_at is 'When it was made.';
create index charges_gift_idx on charity.charges (city_id, gift_id, created_at);
create index charges_paid_idx on charity.charges (city_id, paid_at) where status = 'paid';
select platform.declare_table('charity.charges', 'scoped', 'select, insert, update');

create table charity.callback_nonces (
  city_id int not null,
  nonce text not null,
  seen_at timestamptz(3) not null,
  constraint callback_nonces_pkey primary key (city_id, nonce)
);
comment on table charity.callback_nonces is 'Callbacks of payment channels that were taken, for as long as their time stamp would let them pass again.';
comment on column charity.callback_nonces.city_id is 'City.';
comment on column charity.callback_nonces.nonce is 'Chance text of a callback, within its signature.';
comment on column charity.callback_nonces.seen_at is 'When it came.';
create index callback_nonces_seen_idx on charity.callback_nonces (city_id, seen_at);
select platform.declare_table('charity.callback_nonces', 'entry');

create function access.take_payment(p_city int, p_nonce text, p_channel text, p_number text, p_transaction text, p_amount bigint, p_paid_at timestamptz)
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
  if v_status <> 'open' then return case when v_transaction = p_transaction then 'known' else 'differs' end; end if;
  update charity.charges c set status = 'paid', transaction_number = p_transaction, paid_at = p_paid_at, obstacle = null
   where c.city_id = p_city and c.id = v_id;
  return 'taken';
end $$;
comment on function access.take_payment is 'Notes that a charge was paid, once: taken, known (said before), replayed (the same callback), unknown or differs.';
revoke execute on function access.take_payment(int, text, text, text, text, bigint, timestamptz) from public;
grant execute on function access.take_payment(int, text, text, text, text, bigint, timestamptz) to xinhuo_app, xinhuo_worker;
