set local citus.multi_shard_modify_mode = 'sequential';

create table charity.reaches (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  fund_id uuid not null,
  month int not null constraint reaches_month_check check (month between 200001 and 209912 and month % 100 between 1 and 12),
  unit_id uuid not null,
  unit_code text not null,
  child_count int not null constraint reaches_child_count_check check (child_count between 0 and 1000000),
  household_count int not null constraint reaches_household_count_check check (household_count between 0 and 1000000),
  source text not null,
  source_id uuid,
  recorded_by uuid,
  recorded_name text not null,
  recorded_at timestamptz(3) not null,
  constraint reaches_pkey primary key (city_id, id),
  constraint reaches_some_check check (child_count + household_count > 0)
);
comment on table charity.reaches is 'How many children and households of a unit the money of a fund reached in a month; counts only, appended.';
comment on column charity.reaches.city_id is 'City.';
comment on column charity.reaches.id is 'Reach.';
comment on column charity.reaches.scope_code is 'Scope code of the books.';
comment on column charity.reaches.fund_id is 'Fund.';
comment on column charity.reaches.month is 'Month of the spending, as 202603.';
comment on column charity.reaches.unit_id is 'Unit whose children they are.';
comment on column charity.reaches.unit_code is 'Code of that unit then.';
comment on column charity.reaches.child_count is 'Children, each time they were helped.';
comment on column charity.reaches.household_count is 'Households, each time they were helped.';
comment on column charity.reaches.source is 'Module and sort of record it came from: charity.desk, charity.hand-out or another module''s.';
comment on column charity.reaches.source_id is 'That record; null where it was typed.';
comment on column charity.reaches.recorded_by is 'Account; null where the owner loaded it.';
comment on column charity.reaches.recorded_name is 'Name of who recorded it, as it was then.';
comment on column charity.reaches.recorded_at is 'When.';
create index reaches_fund_idx on charity.reaches (city_id, fund_id, month);
select platform.declare_table('charity.reaches', 'scoped', 'select, insert');

create table charity.published_funds (
  city_id int not null,
  id uuid not null,
  fund_id uuid not null,
  name text not null,
  holder_name text not null,
  words text not null,
  published_on date not null,
  constraint published_funds_pkey primary key (city_id, id),
  constraint published_funds_fund_key unique (city_id, fund_id)
);
comment on table charity.published_funds is 'Funds everybody may look at: name and words; figures are reckoned from the books when somebody asks.';
comment on column charity.published_funds.city_id is 'City.';
comment on column charity.published_funds.id is 'Publication; its address.';
comment on column charity.published_funds.fund_id is 'Fund.';
comment on column charity.published_funds.name is 'Name of the fund.';
comment on column charity.published_funds.holder_name is 'Name of the books it stands in.';
comment on column charity.published_funds.words is 'What it is for, in words for everybody.';
comment on column charity.published_funds.published_on is 'Day it was published.';
select platform.declare_table('charity.published_funds', 'public', 'select, insert, update, delete');

-- What is shown without signing in leaves only through these: no donor, no child, no words of a voucher.
create function access.find_traced_gift(p_city int, p_code text)
returns table (gift_id uuid, form text, status text, amount_fen float8, received_on date, item text, quantity int, counted_in text, project_label text, fund_name text,
  holder_name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.id, g.form, g.status, g.amount_fen::float8, g.received_on, g.item, g.quantity, g.counted_in, g.project_label, f.name, b.name
    from charity.gifts g
    join ledger.funds f on f.city_id = g.city_id and f.id = g.fund_id
    join ledger.books b on b.city_id = g.city_id and b.id = g.book_id
   where g.city_id = p_city and g.trace_code = p_code and g.status in ('confirmed', 'refunded')
$$;
comment on function access.find_traced_gift is 'The gift of a trace code, without its donor.';

create function access.list_traced_funds(p_city int, p_gift uuid) returns table (fund_id uuid, fund_name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct f.id, f.name from ledger.journals j
    join ledger.postings p on p.city_id = j.city_id and p.journal_id = j.id
    join ledger.funds f on f.city_id = p.city_id and f.id = p.fund_id
   where j.city_id = p_city and j.source_id = p_gift and j.source in ('charity.gift', 'charity.goods')
$$;
comment on function access.list_traced_funds is 'Funds a gift ever stood in.';

create function access.list_fund_movements(p_city int, p_fund uuid)
returns table (origin_id uuid, dated_on date, source text, source_id uuid, is_cost boolean, amount_fen float8, cost_class text, project_label text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.origin_id, m.dated_on, m.source, m.source_id, m.is_cost, sum(m.amount_fen)::float8, max(m.cost_class), max(m.project_label)
    from ledger.published_movements m where m.city_id = p_city and m.fund_id = p_fund
   group by m.origin_id, m.dated_on, m.source, m.source_id, m.is_cost having sum(m.amount_fen) <> 0
$$;
comment on function access.list_fund_movements is 'What changed a fund, each entry with its reversal taken off; no words.';

create function access.list_fund_reaches(p_city int, p_fund uuid) returns table (month int, unit_code text, children int, households int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.month, r.unit_code, sum(r.child_count)::int, sum(r.household_count)::int
    from charity.reaches r where r.city_id = p_city and r.fund_id = p_fund group by r.month, r.unit_code
$$;
comment on function access.list_fund_reaches is 'How many children and households of each unit a fund reached in each month; the caller merges small groups before anything is shown.';

create function access.list_units_above(p_city int, p_codes text[]) returns table (code text, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.code, u.name from organization.units u
   where u.city_id = p_city and exists (select 1 from unnest(p_codes) as asked where starts_with(asked, u.code))
$$;
comment on function access.list_units_above is 'Names of units and of all above them.';

create function access.list_published_funds(p_city int) returns table (id uuid, fund_id uuid, name text, holder_name text, words text, published_on date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.fund_id, p.name, p.holder_name, p.words, p.published_on from charity.published_funds p where p.city_id = p_city order by p.name, p.id
$$;
comment on function access.list_published_funds is 'Funds of a city that everybody may look at.';

revoke execute on function access.find_traced_gift(int, text), access.list_traced_funds(int, uuid), access.list_fund_movements(int, uuid),
  access.list_fund_reaches(int, uuid), access.list_units_above(int, text[]), access.list_published_funds(int) from public;
grant execute on function access.find_traced_gift(int, text), access.list_traced_funds(int, uuid), access.list_fund_movements(int, uuid),
  access.list_fund_reaches(int, uuid), access.list_units_above(int, text[]), access.list_published_funds(int) to xinhuo_app, xinhuo_worker;

create function access.list_gift_hand_outs(p_city int, p_gift uuid) returns table (month int, quantity int, value_fen float8)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (extract(year from h.on_day) * 100 + extract(month from h.on_day))::int, sum(h.quantity)::int, sum(h.value_fen)::float8
    from charity.hand_outs h where h.city_id = p_city and h.gift_id = p_gift group by 1
$$;
comment on function access.list_gift_hand_outs is 'How much of the goods of a gift was handed out month by month, without saying where.';
revoke execute on function access.list_gift_hand_outs(int, uuid) from public;
grant execute on function access.list_gift_hand_outs(int, uuid) to xinhuo_app, xinhuo_worker;
