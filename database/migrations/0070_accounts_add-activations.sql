set local citus.multi_shard_modify_mode = 'sequential';

create table accounts.activations (
  city_id int not null,
  role_code text not null constraint activations_role_fkey references accounts.roles (code),
  code_hash bytea not null,
  issued_at timestamptz not null default now(),
  used_at timestamptz,
  sign_in_name text,
  person_name text,
  password_hash text,
  failed_count int not null default 0,
  locked_until timestamptz,
  constraint activations_pkey primary key (city_id, role_code),
  constraint activations_person_check check (used_at is not null or sign_in_name is null)
);
comment on table accounts.activations is 'One-time codes of the three administrators of an empty installation, and who used them before there was a city.';
comment on column accounts.activations.city_id is 'City; 0 while there is none.';
comment on column accounts.activations.role_code is 'Administrator role the code makes.';
comment on column accounts.activations.code_hash is 'SHA-256 of the code.';
comment on column accounts.activations.issued_at is 'When the code was printed.';
comment on column accounts.activations.used_at is 'When it was used; null while it waits.';
comment on column accounts.activations.sign_in_name is 'Sign-in name chosen before there was a city; null before use, and once the account exists.';
comment on column accounts.activations.person_name is 'Name of the person; null before use, and once the account exists.';
comment on column accounts.activations.password_hash is 'argon2id; null before use, and once the account exists.';
comment on column accounts.activations.failed_count is 'Wrong passwords given while choosing the city.';
comment on column accounts.activations.locked_until is 'No choosing of the city before this moment; null when not locked.';
select platform.declare_table('accounts.activations', 'entry');

create function access.issue_activation(p_city int, p_role text, p_code_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from organization.cities c where c.city_id <> p_city and p_city = 0)
    or not exists (select 1 from accounts.roles r where r.code = p_role and r.is_administrator)
    or exists (select 1 from accounts.grants g join accounts.accounts a on a.city_id = g.city_id and a.id = g.account_id
                where g.city_id = p_city and g.role_code = p_role and g.revoked_at is null and a.status = 'active'
                  and (g.until_on is null or g.until_on >= current_date)) then return false; end if;
  insert into accounts.activations as x (city_id, role_code, code_hash) values (p_city, p_role, p_code_hash)
  on conflict (city_id, role_code) do update set code_hash = excluded.code_hash, issued_at = now(), used_at = null,
    sign_in_name = null, person_name = null, password_hash = null, failed_count = 0, locked_until = null
    where p_city <> 0 or x.used_at is null;
  return found;
end $$;
comment on function access.issue_activation is 'Stores a new activation code for an administrator role that nobody holds; false when somebody does, or when the code was already used.';

create function access.list_activations()
returns table (city_id int, role_code text, role_name text, used_at timestamptz)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select x.city_id, x.role_code, r.name, x.used_at from accounts.activations x join accounts.roles r on r.code = x.role_code order by r.sort_order
$$;
comment on function access.list_activations is 'Which administrators are still to be activated; no secret.';

create function access.find_activation(p_code_hash bytea) returns table (city_id int, role_code text)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select x.city_id, x.role_code from accounts.activations x where x.code_hash = p_code_hash and x.used_at is null
$$;
comment on function access.find_activation is 'The administrator role an unused activation code makes.';

create function access.use_activation(p_code_hash bytea, p_sign_in_name text, p_person_name text, p_password_hash text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from accounts.activations x where x.city_id = 0 and x.sign_in_name = p_sign_in_name)
    or exists (select 1 from accounts.accounts a where a.sign_in_name = p_sign_in_name) then return false; end if;
  update accounts.activations x set used_at = now(), sign_in_name = p_sign_in_name, person_name = p_person_name, password_hash = p_password_hash
   where x.code_hash = p_code_hash and x.used_at is null;
  return found;
end $$;
comment on function access.use_activation is 'Uses a code once; false when the sign-in name is taken or the code is used. The account is made by make_administrators.';

-- Each account made appears once: whoever called writes the audit row.
create function access.make_administrators(p_city int, p_ids uuid[])
returns table (account_id uuid, role_code text, person_name text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v record; v_unit record; v_at int := 1;
begin
  select u.id, u.scope_lo into v_unit from organization.units u where u.city_id = p_city and u.level = 'city' order by u.scope_lo limit 1;
  if not found then return; end if;
  for v in select x.city_id, x.role_code, x.sign_in_name, x.person_name, x.password_hash from accounts.activations x
            where x.city_id in (0, p_city) and x.used_at is not null and x.sign_in_name is not null order by x.role_code loop
    insert into accounts.accounts (city_id, id, scope_code, unit_id, sign_in_name, person_name)
      values (p_city, p_ids[v_at], v_unit.scope_lo, v_unit.id, v.sign_in_name, v.person_name);
    insert into accounts.credentials (city_id, account_id, password_hash, must_change) values (p_city, p_ids[v_at], v.password_hash, false);
    insert into accounts.grants (city_id, id, scope_code, account_id, unit_id, role_code, from_on)
      values (p_city, p_ids[v_at + 1], v_unit.scope_lo, p_ids[v_at], v_unit.id, v.role_code, current_date);
    update accounts.activations x set sign_in_name = null, person_name = null, password_hash = null
      where x.city_id = v.city_id and x.role_code = v.role_code;
    account_id := p_ids[v_at]; role_code := v.role_code; person_name := v.person_name;
    return next;
    v_at := v_at + 2;
  end loop;
  insert into accounts.activations (city_id, role_code, code_hash, issued_at, used_at)
    select p_city, x.role_code, x.code_hash, x.issued_at, x.used_at from accounts.activations x where x.city_id = 0 and p_city <> 0
    on conflict do nothing;
  delete from accounts.activations x where x.city_id = 0 and p_city <> 0;
  -- Whoever made an administrator writes the audit row of it, in the same transaction, which is opened to the city for that.
  if v_at > 1 then perform access.set_scope(p_city, 0, 999999999999999999, null); end if;
end $$;
comment on function access.make_administrators is 'Makes the accounts and grants of all administrators who used their code, at the city''s own unit; moves the waiting codes to the city.';

create function access.find_first_administrator(p_sign_in_name text)
returns table (password_hash text, locked_until timestamptz)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select x.password_hash, x.locked_until from accounts.activations x
   where x.city_id = 0 and x.role_code = 'system-admin' and x.sign_in_name = p_sign_in_name
$$;
comment on function access.find_first_administrator is 'What the system administrator is checked against while there is no city to sign in to.';

create function access.note_activation_failure(p_limit int, p_lock_seconds int) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update accounts.activations x
     set failed_count = case when x.failed_count + 1 >= p_limit then 0 else x.failed_count + 1 end,
         locked_until = case when x.failed_count + 1 >= p_limit then now() + make_interval(secs => p_lock_seconds) else x.locked_until end
   where x.city_id = 0 and x.role_code = 'system-admin'
$$;
comment on function access.note_activation_failure is 'Counts a wrong password of the system administrator while there is no city, and locks after the limit.';

create function access.begin_city_setup(p_city int, p_name text, p_division text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  lock table organization.cities in exclusive mode;
  if exists (select 1 from organization.cities) then return false; end if;
  insert into organization.cities (city_id, name, division_code) values (p_city, p_name, p_division);
  perform access.set_scope(p_city, 0, 999999999999999999, null);
  return true;
end $$;
comment on function access.begin_city_setup is 'Makes the first city and opens it to this transaction; false when there is a city already.';

-- A grant and the right to give a password reach beyond the caller's own range: the role alone decides, in the commands.
create function access.end_account_sessions(p_account uuid) returns int
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with ended as (
    update accounts.sessions s set ended_at = now()
     where s.city_id = current_setting('app.city_id')::int and s.account_id = p_account and s.ended_at is null
       and exists (select 1 from accounts.accounts a where a.city_id = s.city_id and a.id = p_account
                    and a.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint)
    returning 1)
  select count(*)::int from ended
$$;
comment on function access.end_account_sessions is 'Cuts off an account inside the caller''s range on all devices: when it is suspended or closed.';

create function access.list_account_states(p_accounts uuid[])
returns table (account_id uuid, must_change boolean, locked_until timestamptz, last_seen_at timestamptz)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, c.must_change, c.locked_until,
         (select max(s.last_seen_at) from accounts.sessions s where s.city_id = a.city_id and s.account_id = a.id)
    from accounts.accounts a join accounts.credentials c on c.city_id = a.city_id and c.account_id = a.id
   where a.city_id = current_setting('app.city_id')::int and a.id = any (p_accounts)
     and a.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint
$$;
comment on function access.list_account_states is 'Sign-in state of accounts inside the caller''s range: first password open, locked, last seen.';

create function access.list_office_units(p_account uuid)
returns table (unit_id uuid, code text)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select distinct u.id, u.code
    from accounts.grants g
    join accounts.accounts a on a.city_id = g.city_id and a.id = g.account_id
    join organization.units u on u.city_id = g.city_id and u.id = g.unit_id
    join accounts.accounts p on p.city_id = g.city_id and p.id = p_account
    join organization.units h on h.city_id = p.city_id and h.id = p.unit_id
   where g.city_id = current_setting('app.city_id')::int and g.role_code = 'office' and g.account_id <> p_account and a.status = 'active'
     and g.revoked_at is null and g.from_on <= current_date and (g.until_on is null or g.until_on >= current_date)
     and h.scope_lo between u.scope_lo and u.scope_hi
$$;
comment on function access.list_office_units is 'Units at or above a person''s home unit where an office other than the person works today: who can help with a forgotten password.';

do $$
declare v record;
begin
  for v in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'access' and p.proname in ('issue_activation', 'list_activations', 'find_activation', 'use_activation', 'make_administrators',
              'find_first_administrator', 'note_activation_failure', 'begin_city_setup', 'end_account_sessions', 'list_account_states', 'list_office_units') loop
    execute format('revoke execute on function %s from public', v.name);
    execute format('grant execute on function %s to xinhuo_app, xinhuo_worker', v.name);
  end loop;
end $$;
