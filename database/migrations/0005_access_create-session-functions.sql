set local citus.multi_shard_modify_mode = 'sequential';

-- The only doors to the entry tables. Sign-in happens before any scope exists, so these run with their owner's rights.
create schema access;
comment on schema access is 'Functions that resolve who is acting; no tables.';
select platform.declare_schema('access');

-- On Citus the settings must be set by SET LOCAL, because set_config() does not reach the workers; on plain PostgreSQL one set_config
-- query is five parses cheaper, and this runs in every request. Name and meaning are the same.
do $do$
begin
  if exists (select 1 from pg_extension where extname = 'citus') then
    create function access.set_scope(p_city int, p_lo bigint, p_hi bigint, p_account uuid) returns void
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      execute format('set local app.city_id = %L', p_city);
      execute format('set local app.scope_lo = %L', p_lo);
      execute format('set local app.scope_hi = %L', p_hi);
      execute format('set local app.account_id = %L', coalesce(p_account::text, ''));
    end $$;
  else
    create function access.set_scope(p_city int, p_lo bigint, p_hi bigint, p_account uuid) returns void
    language plpgsql as $$
    begin
      perform set_config('app.city_id', p_city::text, true), set_config('app.scope_lo', p_lo::text, true),
        set_config('app.scope_hi', p_hi::text, true), set_config('app.account_id', coalesce(p_account::text, ''), true);
    end $$;
  end if;
end $do$;
comment on function access.set_scope is 'Sets city, range and account for this transaction only.';

create function access.app_begin(p_city int, p_token_hash bytea)
returns table (
  account_id uuid, person_name text, volunteer_id uuid, session_id uuid, grant_id uuid, role_code text,
  unit_id uuid, unit_code text, unit_name text, unit_level text, unit_kind text, scope_lo text, scope_hi text,
  permissions text[], must_change boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v record;
begin
  select a.id as account_id, a.person_name, a.volunteer_id, s.id as session_id, g.id as grant_id, g.role_code,
         u.id as unit_id, u.code, u.name, u.level, u.kind, u.scope_lo, u.scope_hi, c.must_change, s.last_seen_at,
         (select array_agg(distinct p.permission) from accounts.grants o
            join accounts.role_permissions p on p.role_code = o.role_code
           where o.city_id = p_city and o.account_id = a.id and o.unit_id = g.unit_id and o.revoked_at is null
             and o.from_on <= current_date and (o.until_on is null or o.until_on >= current_date)) as permissions
    into v
    from accounts.sessions s
    join accounts.accounts a on a.city_id = p_city and a.id = s.account_id
    join accounts.credentials c on c.city_id = p_city and c.account_id = s.account_id
    join accounts.grants g on g.city_id = p_city and g.id = s.grant_id
    join organization.units u on u.city_id = p_city and u.id = g.unit_id
   where s.city_id = p_city and s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
     and s.last_seen_at + make_interval(secs => s.idle_seconds) > now() and a.status = 'active' and g.revoked_at is null
     and g.from_on <= current_date and (g.until_on is null or g.until_on >= current_date);
  if not found then return; end if;
  perform access.set_scope(p_city, v.scope_lo, v.scope_hi, v.account_id);
  if v.last_seen_at < now() - interval '1 minute' then
    update accounts.sessions s set last_seen_at = now() where s.city_id = p_city and s.token_hash = p_token_hash;
  end if;
  return query select v.account_id, v.person_name, v.volunteer_id, v.session_id, v.grant_id, v.role_code,
    v.unit_id, v.code, v.name, v.level, v.kind, v.scope_lo::text, v.scope_hi::text, coalesce(v.permissions, '{}'), v.must_change;
end $$;
comment on function access.app_begin is 'First statement of every request: resolves the session token to person, unit range and permissions and sets the scope; no row when the session does not hold.';

create function access.app_begin_city(p_city int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.set_scope(p_city, 0, 999999999999999999, null);
end $$;
comment on function access.app_begin_city is 'First statement of a background job: the whole city. For the worker role only.';

create function access.find_credential(p_name text)
returns table (city_id int, account_id uuid, person_name text, password_hash text, locked_until timestamptz, status text)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select a.city_id, a.id, a.person_name, c.password_hash, c.locked_until, a.status
    from accounts.accounts a join accounts.credentials c on c.city_id = a.city_id and c.account_id = a.id
   where a.sign_in_name = p_name
$$;
comment on function access.find_credential is 'What a sign-in is checked against; names are looked up over all cities because the city is not known yet.';
create index accounts_sign_in_name_idx on accounts.accounts (sign_in_name);

create function access.note_failure(p_city int, p_account uuid, p_limit int, p_lock_seconds int) returns timestamptz
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update accounts.credentials c
     set failed_count = case when c.failed_count + 1 >= p_limit then 0 else c.failed_count + 1 end,
         locked_until = case when c.failed_count + 1 >= p_limit then now() + make_interval(secs => p_lock_seconds) else c.locked_until end
   where c.city_id = p_city and c.account_id = p_account
  returning c.locked_until
$$;
comment on function access.note_failure is 'Counts a failed sign-in and locks after the limit.';

create function access.open_session(p_city int, p_account uuid, p_id uuid, p_token_hash bytea, p_idle_seconds int, p_absolute_seconds int,
  p_address text, p_device text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_grant uuid;
begin
  select g.id into v_grant from accounts.grants g join accounts.roles r on r.code = g.role_code
   where g.city_id = p_city and g.account_id = p_account and g.revoked_at is null
     and g.from_on <= current_date and (g.until_on is null or g.until_on >= current_date)
   order by (g.delegated_by is not null), g.scope_code, r.sort_order, g.id limit 1;
  if v_grant is null then return false; end if;
  insert into accounts.sessions (city_id, token_hash, id, account_id, grant_id, idle_seconds, expires_at, address, device)
  values (p_city, p_token_hash, p_id, p_account, v_grant, p_idle_seconds, now() + make_interval(secs => p_absolute_seconds), p_address, p_device);
  update accounts.credentials c set failed_count = 0, locked_until = null where c.city_id = p_city and c.account_id = p_account;
  return true;
end $$;
comment on function access.open_session is 'Opens a session under the person''s first own grant; false when no grant holds today.';

-- The functions below act on the caller's own account, taken from the scope that app_begin set.
create function access.end_session(p_session uuid) returns int
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with ended as (
    update accounts.sessions s set ended_at = now()
     where s.city_id = current_setting('app.city_id')::int and s.account_id = current_setting('app.account_id')::uuid
       and s.ended_at is null and (p_session is null or s.id = p_session) returning 1)
  select count(*)::int from ended
$$;
comment on function access.end_session is 'Ends one of the caller''s own sessions, or all of them when the argument is null.';

create function access.list_sessions()
returns table (id uuid, created_at timestamptz, last_seen_at timestamptz, address text, device text)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.created_at, s.last_seen_at, s.address, s.device from accounts.sessions s
   where s.city_id = current_setting('app.city_id')::int and s.account_id = current_setting('app.account_id')::uuid
     and s.ended_at is null and s.expires_at > now() and s.last_seen_at + make_interval(secs => s.idle_seconds) > now()
   order by s.last_seen_at desc
$$;
comment on function access.list_sessions is 'The caller''s own open sessions.';

create function access.list_own_grants()
returns table (id uuid, unit_id uuid, unit_code text, unit_name text, role_code text, role_name text, until_on date)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select g.id, u.id, u.code, u.name, r.code, r.name, g.until_on
    from accounts.grants g join organization.units u on u.city_id = g.city_id and u.id = g.unit_id
    join accounts.roles r on r.code = g.role_code
   where g.city_id = current_setting('app.city_id')::int and g.account_id = current_setting('app.account_id')::uuid
     and g.revoked_at is null and g.from_on <= current_date and (g.until_on is null or g.until_on >= current_date)
   order by g.scope_code, r.sort_order
$$;
comment on function access.list_own_grants is 'The caller''s own grants that hold today, at any unit.';

create function access.switch_grant(p_session uuid, p_grant uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from access.list_own_grants() o where o.id = p_grant) then return false; end if;
  update accounts.sessions s set grant_id = p_grant
   where s.city_id = current_setting('app.city_id')::int and s.account_id = current_setting('app.account_id')::uuid and s.id = p_session;
  return found;
end $$;
comment on function access.switch_grant is 'Makes another of the caller''s own grants the active one of the session.';

create function access.find_own_password() returns text
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select c.password_hash from accounts.credentials c
   where c.city_id = current_setting('app.city_id')::int and c.account_id = current_setting('app.account_id')::uuid
$$;
comment on function access.find_own_password is 'Hash of the caller''s own password, to check the old one before a change.';

create function access.set_own_password(p_hash text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update accounts.credentials c set password_hash = p_hash, must_change = false, changed_at = now(), failed_count = 0, locked_until = null
   where c.city_id = current_setting('app.city_id')::int and c.account_id = current_setting('app.account_id')::uuid
$$;
comment on function access.set_own_password is 'Sets the caller''s own password.';

create function access.give_password(p_account uuid, p_hash text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select 1 from accounts.accounts a where a.city_id = current_setting('app.city_id')::int and a.id = p_account
       and a.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint) then return false; end if;
  insert into accounts.credentials as c (city_id, account_id, password_hash, must_change)
  values (current_setting('app.city_id')::int, p_account, p_hash, true)
  on conflict (city_id, account_id) do update set password_hash = excluded.password_hash, must_change = true, changed_at = now(),
    failed_count = 0, locked_until = null;
  update accounts.sessions s set ended_at = now()
   where s.city_id = current_setting('app.city_id')::int and s.account_id = p_account and s.ended_at is null;
  return true;
end $$;
comment on function access.give_password is 'Gives an account inside the caller''s range a first or new password that must be changed, and ends its sessions.';

revoke execute on all functions in schema access from public;
grant execute on all functions in schema access to xinhuo_app, xinhuo_worker;
revoke execute on function access.app_begin_city(int) from xinhuo_app;
revoke execute on function access.app_begin(int, bytea) from xinhuo_worker;
revoke execute on function access.set_scope(int, bigint, bigint, uuid) from xinhuo_app, xinhuo_worker;
