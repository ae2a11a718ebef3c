-- A donor orders for itself: a draft of the own gift with its charge, for a fund that everybody may look at, in the books the merchant's money belongs to.
-- Who asks is known from the session alone; nothing of any other donor is reached.
insert into accounts.role_permissions (role_code, permission) values ('donor', 'donor.act-own');

create function access.list_own_funds(p_book uuid) returns table (id uuid, name text, words text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name, p.words from charity.published_funds p
    join ledger.funds f on f.city_id = p.city_id and f.id = p.fund_id and f.book_id = p_book and f.status = 'open'
    join ledger.books b on b.city_id = f.city_id and b.id = f.book_id and b.status = 'open'
   where p.city_id = current_setting('app.city_id')::int and exists (select 1 from charity.donors d
     where d.city_id = p.city_id and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid)
   order by p.name, p.id
$$;
comment on function access.list_own_funds is 'Published funds of a set of books to which the donor whose account asks may give.';

create function access.list_own_charges() returns table (id uuid, gift_id uuid, fund_name text, channel text, number text, amount_fen float8, code_url text,
  status text, expires_at timestamptz, paid_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.gift_id, f.name, c.channel, c.number, c.amount_fen::float8, c.code_url, c.status, c.expires_at, c.paid_at
    from charity.donors d
    join charity.gifts g on g.city_id = d.city_id and g.donor_id = d.id and g.status = 'draft'
    join charity.charges c on c.city_id = g.city_id and c.gift_id = g.id and c.status in ('asked', 'open', 'paid')
    join ledger.funds f on f.city_id = g.city_id and f.id = g.fund_id
   where d.city_id = current_setting('app.city_id')::int and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid
   order by c.created_at desc, c.id desc
$$;
comment on function access.list_own_charges is 'Charges for gifts of the donor whose account asks that are not in the books yet.';

create function access.order_own_gift(p_book uuid, p_publication uuid, p_amount bigint, p_gift uuid, p_charge uuid, p_number text, p_now timestamptz,
  p_today date, p_expires timestamptz, p_patience interval, p_most int)
returns table (answer text, gift_id uuid, charge_id uuid, number text, expires_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  v_city int := current_setting('app.city_id')::int;
  v_account uuid := nullif(current_setting('app.account_id', true), '')::uuid;
  v_donor charity.donors; v_fund uuid; v_unit uuid; v_scope bigint; v_known record;
begin
  -- Two clicks of one donor come one after the other.
  select * into v_donor from charity.donors d where d.city_id = v_city and d.account_id = v_account and d.merged_into is null for update;
  if not found then answer := 'no-donor'; return next; return; end if;
  select f.id, b.unit_id, b.scope_code into v_fund, v_unit, v_scope from charity.published_funds p
    join ledger.funds f on f.city_id = p.city_id and f.id = p.fund_id and f.book_id = p_book and f.status = 'open'
    join ledger.books b on b.city_id = f.city_id and b.id = f.book_id and b.status = 'open'
   where p.city_id = v_city and p.id = p_publication;
  if not found then answer := 'no-fund'; return next; return; end if;
  select c.id, c.gift_id, c.number, c.status, c.asked_at, c.expires_at into v_known from charity.gifts g
    join charity.charges c on c.city_id = g.city_id and c.gift_id = g.id and c.is_own and c.status in ('asked', 'open') and c.expires_at > p_now
   where g.city_id = v_city and g.donor_id = v_donor.id and g.status = 'draft' and g.fund_id = v_fund and g.amount_fen = p_amount
   order by c.created_at desc limit 1;
  if found then
    gift_id := v_known.gift_id; charge_id := v_known.id; number := v_known.number; expires_at := v_known.expires_at;
    if v_known.status = 'open' then answer := 'known'; return next; return; end if;
    if v_known.asked_at > p_now - p_patience then answer := 'waiting'; return next; return; end if;
    update charity.charges c set asked_at = p_now where c.city_id = v_city and c.id = v_known.id;
    answer := 'made'; return next; return;
  end if;
  if (select count(*) from charity.gifts g join charity.charges c on c.city_id = g.city_id and c.gift_id = g.id and c.is_own
        and c.status in ('asked', 'open') and c.expires_at > p_now
       where g.city_id = v_city and g.donor_id = v_donor.id and g.status = 'draft') >= p_most then
    answer := 'too-many'; return next; return;
  end if;
  insert into charity.gifts (city_id, id, scope_code, unit_id, book_id, donor_id, donor_kind, donor_label, form, amount_fen, fund_id, promised_on, status,
      made_by, made_name, created_at, updated_at)
    values (v_city, p_gift, v_scope, v_unit, p_book, v_donor.id, v_donor.kind, v_donor.label, 'money', p_amount, v_fund, p_today, 'draft', v_account,
      v_donor.label, p_now, p_now);
  insert into charity.charges (city_id, id, scope_code, gift_id, channel, number, amount_fen, status, expires_at, made_by, made_name, created_at, asked_at,
      is_own)
    values (v_city, p_charge, v_scope, p_gift, 'wechat', p_number, p_amount, 'asked', p_expires, v_account, v_donor.label, p_now, p_now, true);
  answer := 'made'; gift_id := p_gift; charge_id := p_charge; number := p_number; expires_at := p_expires;
  return next;
end $$;
comment on function access.order_own_gift is
  'Drafts a gift of the donor whose account asks, with its charge: made, known (may still be paid), waiting (being asked), too-many, no-donor or no-fund.';

create function access.note_own_charge(p_charge uuid, p_code_url text, p_today date, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_city int := current_setting('app.city_id')::int; v_gift uuid;
begin
  select g.id into v_gift from charity.donors d
    join charity.gifts g on g.city_id = d.city_id and g.donor_id = d.id
    join charity.charges c on c.city_id = g.city_id and c.gift_id = g.id and c.id = p_charge and c.is_own and c.status = 'asked'
   where d.city_id = v_city and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid for update of g, c;
  if not found then return false; end if;
  if p_code_url is not null then
    update charity.charges c set status = 'open', code_url = p_code_url where c.city_id = v_city and c.id = p_charge;
    return true;
  end if;
  -- The channel took no order: neither does a draft of it stay.
  update charity.charges c set status = 'closed' where c.city_id = v_city and c.id = p_charge;
  update charity.gifts g set status = 'discarded', ended_on = p_today, version = g.version + 1, updated_at = p_now
   where g.city_id = v_city and g.id = v_gift and g.status = 'draft';
  return true;
end $$;
comment on function access.note_own_charge is 'Notes what the channel answered to an order of the donor whose account asks: the address to scan, or none.';

create function access.find_own_identity() returns table (id uuid, kind text, label text, wrapped_key bytea, sealed_identity bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.id, d.kind, d.label, d.wrapped_key, d.sealed_identity from charity.donors d
   where d.city_id = current_setting('app.city_id')::int and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid
     and d.merged_into is null
$$;
comment on function access.find_own_identity is 'Who the donor of the account that asks is, sealed.';

revoke execute on function access.list_own_funds(uuid), access.list_own_charges(),
  access.order_own_gift(uuid, uuid, bigint, uuid, uuid, text, timestamptz, date, timestamptz, interval, int),
  access.note_own_charge(uuid, text, date, timestamptz), access.find_own_identity() from public;
grant execute on function access.list_own_funds(uuid), access.list_own_charges(),
  access.order_own_gift(uuid, uuid, bigint, uuid, uuid, text, timestamptz, date, timestamptz, interval, int),
  access.note_own_charge(uuid, text, date, timestamptz), access.find_own_identity() to xinhuo_app, xinhuo_worker;
