-- Donors have pages of their own. Whoever acts as a donor has the range of one place at which no unit is: no scoped row at all is seen, whatever is asked;
-- the own rows come through named functions that know the account from the session.
alter table charity.donors add column account_id uuid;
comment on column charity.donors.account_id is 'Account by which the donor looks at the own gifts; null while there is none.';
create unique index donors_account_key on charity.donors (city_id, account_id) where account_id is not null;

insert into accounts.roles (code, name, description, sort_order) values ('donor', '捐赠人', '查看自己的捐赠、去向、票据和协议。', 66);
insert into accounts.role_permissions (role_code, permission) values ('donor', 'donor.read-own');

create or replace function access.app_begin(p_city int, p_token_hash bytea)
returns table (
  account_id uuid, person_name text, volunteer_id uuid, session_id uuid, grant_id uuid, role_code text,
  unit_id uuid, unit_code text, unit_name text, unit_level text, unit_kind text, scope_lo text, scope_hi text,
  permissions text, must_change boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare v_seen timestamptz;
begin
  select a.id, a.person_name, a.volunteer_id, s.id, g.id, g.role_code, u.id, u.code, u.name, u.level, u.kind, u.scope_lo::text, u.scope_hi::text,
         (select string_agg(r.permission_list, ',') from accounts.grants o join accounts.roles r on r.code = o.role_code
           where o.city_id = p_city and o.account_id = a.id and o.unit_id = g.unit_id and o.revoked_at is null
             and o.from_on <= current_date and (o.until_on is null or o.until_on >= current_date)), c.must_change, s.last_seen_at
    into account_id, person_name, volunteer_id, session_id, grant_id, role_code, unit_id, unit_code, unit_name, unit_level, unit_kind,
         scope_lo, scope_hi, permissions, must_change, v_seen
    from accounts.sessions s
    join accounts.accounts a on a.city_id = p_city and a.id = s.account_id
    join accounts.credentials c on c.city_id = p_city and c.account_id = s.account_id
    join accounts.grants g on g.city_id = p_city and g.id = s.grant_id
    join organization.units u on u.city_id = p_city and u.id = g.unit_id
   where s.city_id = p_city and s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
     and s.last_seen_at + make_interval(secs => s.idle_seconds) > now() and a.status = 'active' and g.revoked_at is null
     and g.from_on <= current_date and (g.until_on is null or g.until_on >= current_date);
  if not found then return; end if;
  if role_code = 'donor' then
    -- Only what a donor may do, even where the account does other work at the unit too.
    scope_lo := scope_hi;
    permissions := (select r.permission_list from accounts.roles r where r.code = 'donor');
  end if;
  perform access.set_scope(p_city, scope_lo::bigint, scope_hi::bigint, account_id);
  if v_seen < now() - interval '1 minute' then
    update accounts.sessions s set last_seen_at = now() where s.city_id = p_city and s.token_hash = p_token_hash;
  end if;
  return next;
end $$;

create function access.find_donor_account(p_sign_in_name text) returns table (id uuid, donor_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, (select d.id from charity.donors d where d.city_id = a.city_id and d.account_id = a.id) from accounts.accounts a
   where a.city_id = current_setting('app.city_id')::int and a.sign_in_name = p_sign_in_name and a.status = 'active'
     and a.scope_code >= current_setting('app.scope_lo')::bigint and a.scope_code <= current_setting('app.scope_hi')::bigint
     and exists (select 1 from accounts.grants g where g.city_id = a.city_id and g.account_id = a.id and g.role_code = 'donor' and g.revoked_at is null
       and g.from_on <= current_date and (g.until_on is null or g.until_on >= current_date))
$$;
comment on function access.find_donor_account is 'An account of the range that may be a donor''s, by the name it signs in with, and the donor it is linked to.';

create function access.find_own_donor() returns table (id uuid, kind text, label text, credit_code text, given_fen float8, gift_count int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.id, d.kind, d.label, d.credit_code, coalesce(sum(g.amount_fen), 0)::float8, count(g.id)::int from charity.donors d
    left join charity.gifts g on g.city_id = d.city_id and g.donor_id = d.id and g.status = 'confirmed'
   where d.city_id = current_setting('app.city_id')::int and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid
   group by d.id, d.kind, d.label, d.credit_code
$$;
comment on function access.find_own_donor is 'The donor of the account that asks.';

create function access.list_own_gifts(p_after uuid, p_limit int)
returns table (id uuid, form text, amount_fen float8, item text, quantity int, counted_in text, fund_name text, project_label text, status text, promised_on date,
  received_on date, trace_code text, receipt_code text, receipt_number text, receipt_on date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.id, g.form, g.amount_fen::float8, g.item, g.quantity, g.counted_in, f.name, g.project_label, g.status, g.promised_on, g.received_on, g.trace_code,
      g.receipt_code, g.receipt_number, g.receipt_on
    from charity.donors d
    join charity.gifts g on g.city_id = d.city_id and g.donor_id = d.id
    join ledger.funds f on f.city_id = g.city_id and f.id = g.fund_id
   where d.city_id = current_setting('app.city_id')::int and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid
     and g.status <> 'discarded' and (p_after is null or g.id < p_after)
   order by g.id desc limit p_limit
$$;
comment on function access.list_own_gifts is 'Gifts of the donor whose account asks, the latest first.';

create function access.find_own_trace_code(p_gift uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.trace_code from charity.donors d join charity.gifts g on g.city_id = d.city_id and g.donor_id = d.id
   where d.city_id = current_setting('app.city_id')::int and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid and g.id = p_gift
$$;
comment on function access.find_own_trace_code is 'The trace code of a gift of the donor whose account asks.';

create function access.list_own_agreements() returns table (id uuid, kind text, title text, signed_on date, total_fen float8, arrived_fen float8, status text,
  next_due_on date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id, r.kind, r.title, r.signed_on, r.total_fen::float8, coalesce(m.fen, 0)::float8, r.status,
      case when r.status = 'open' then (select min(n.due_on) from charity.instalments n
        where n.city_id = r.city_id and n.agreement_id = r.id and n.amount_fen > (select coalesce(sum(g.amount_fen), 0) from charity.gifts g
          where g.city_id = r.city_id and g.agreement_id = r.id and g.instalment = n.seq and g.status = 'confirmed')) end
    from charity.donors d
    join charity.agreements r on r.city_id = d.city_id and r.donor_id = d.id
    left join lateral (select sum(g.amount_fen) as fen from charity.gifts g
      where g.city_id = r.city_id and g.agreement_id = r.id and g.status = 'confirmed') m on true
   where d.city_id = current_setting('app.city_id')::int and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid
   order by r.signed_on desc, r.id
$$;
comment on function access.list_own_agreements is 'Agreements of the donor whose account asks, with what arrived and when the next instalment is due.';

create function access.list_own_reports() returns table (kind text, id uuid, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct 'fund', p.id, p.name from charity.donors d
    join charity.gifts g on g.city_id = d.city_id and g.donor_id = d.id and g.status = 'confirmed'
    join charity.published_funds p on p.city_id = g.city_id and p.fund_id = g.fund_id
   where d.city_id = current_setting('app.city_id')::int and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid
  union all
  select distinct 'campaign', c.id, c.name from charity.donors d
    join charity.gifts g on g.city_id = d.city_id and g.donor_id = d.id and g.status = 'confirmed'
    join charity.campaigns c on c.city_id = g.city_id and c.id = g.campaign_id and c.status in ('filed', 'reported')
   where d.city_id = current_setting('app.city_id')::int and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid
  order by 1 desc, 3
$$;
comment on function access.list_own_reports is 'Public pages of the funds and campaigns to which the donor whose account asks gave.';

revoke execute on function access.find_donor_account(text), access.find_own_donor(), access.list_own_gifts(uuid, int), access.find_own_trace_code(uuid),
  access.list_own_agreements(), access.list_own_reports() from public;
grant execute on function access.find_donor_account(text), access.find_own_donor(), access.list_own_gifts(uuid, int), access.find_own_trace_code(uuid),
  access.list_own_agreements(), access.list_own_reports() to xinhuo_app, xinhuo_worker;
