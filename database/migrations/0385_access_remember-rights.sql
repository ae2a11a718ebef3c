set local citus.multi_shard_modify_mode = 'sequential';

-- Every request asks who acts, and the answer is nearly always that of the request before. It is put together from six tables; now it stays with the session
-- until something it was put together from changes, on the day it was put together (decision 0024).
drop function access.set_scope(int, bigint, bigint, uuid);
do $do$
begin
  if exists (select 1 from pg_extension where extname = 'citus') then
    create function access.set_scope(p_city int, p_lo bigint, p_hi bigint, p_account uuid) returns boolean
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      execute format('set local app.city_id = %L', p_city);
      execute format('set local app.scope_lo = %L', p_lo);
      execute format('set local app.scope_hi = %L', p_hi);
      execute format('set local app.account_id = %L', coalesce(p_account::text, ''));
      return true;
    end $$;
  else
    -- An expression needs no statement of its own, which is half of what this costs.
    create function access.set_scope(p_city int, p_lo bigint, p_hi bigint, p_account uuid) returns boolean
    language plpgsql as $$
    begin
      return set_config('app.city_id', p_city::text, true) || set_config('app.scope_lo', p_lo::text, true)
        || set_config('app.scope_hi', p_hi::text, true) || set_config('app.account_id', coalesce(p_account::text, ''), true) is not null;
    end $$;
  end if;
end $do$;
comment on function access.set_scope is 'Sets city, range and account for this transaction only; true.';
revoke execute on function access.set_scope(int, bigint, bigint, uuid) from public, xinhuo_app, xinhuo_worker;

create type access.acting as (
  account_id uuid, person_name text, volunteer_id uuid, session_id uuid, grant_id uuid, role_code text,
  unit_id uuid, unit_code text, unit_name text, unit_level text, unit_kind text, scope_lo text, scope_hi text,
  permissions text, must_change boolean);
comment on type access.acting is 'Who acts under a session, for which unit, with which range and permissions.';

alter table accounts.sessions add column acting access.acting, add column acting_on date, add column turn bigint not null default 0;
comment on column accounts.sessions.acting is 'Who acts, as it was put together last; null until it is, and again when something it comes from has changed.';
comment on column accounts.sessions.acting_on is 'Day on which it was put together: rights begin and end with days.';
comment on column accounts.sessions.turn is 'Counts the changes of what it comes from: what was put together before one is not kept after it.';

create function access.resolve(p_city int, p_token_hash bytea) returns access.acting
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  -- Who acts in a role without range has only what that role may, even where the account does other work at the unit too.
  select row(a.id, a.person_name, a.volunteer_id, s.id, g.id, g.role_code, u.id, u.code, u.name, u.level, u.kind,
         (case when acting.has_range then u.scope_lo else u.scope_hi end)::text, u.scope_hi::text,
         case when acting.has_range then (select string_agg(r.permission_list, ',' order by r.sort_order, o.id)
             from accounts.grants o join accounts.roles r on r.code = o.role_code
             where o.city_id = p_city and o.account_id = a.id and o.unit_id = g.unit_id and o.revoked_at is null
               and o.from_on <= current_date and (o.until_on is null or o.until_on >= current_date))
           else acting.permission_list end, c.must_change)::access.acting
    from accounts.sessions s
    join accounts.accounts a on a.city_id = p_city and a.id = s.account_id
    join accounts.credentials c on c.city_id = p_city and c.account_id = s.account_id
    join accounts.grants g on g.city_id = p_city and g.id = s.grant_id
    join accounts.roles acting on acting.code = g.role_code
    join organization.units u on u.city_id = p_city and u.id = g.unit_id
   where s.city_id = p_city and s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
     and s.last_seen_at + make_interval(secs => s.idle_seconds) > now() and a.status = 'active' and g.revoked_at is null
     and g.from_on <= current_date and (g.until_on is null or g.until_on >= current_date)
$$;
comment on function access.resolve is 'Puts together who acts under a session from what the registers say now; null where nobody does.';
revoke execute on function access.resolve(int, bytea) from public;

create or replace function access.app_begin(p_city int, p_token_hash bytea)
returns table (
  account_id uuid, person_name text, volunteer_id uuid, session_id uuid, grant_id uuid, role_code text,
  unit_id uuid, unit_code text, unit_name text, unit_level text, unit_kind text, scope_lo text, scope_hi text,
  permissions text, must_change boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare v_seen timestamptz; v_turn bigint; v_is_known boolean; v_acting access.acting; v_is_set boolean;
begin
  select (s.acting).account_id, (s.acting).person_name, (s.acting).volunteer_id, (s.acting).session_id, (s.acting).grant_id, (s.acting).role_code,
         (s.acting).unit_id, (s.acting).unit_code, (s.acting).unit_name, (s.acting).unit_level, (s.acting).unit_kind, (s.acting).scope_lo,
         (s.acting).scope_hi, (s.acting).permissions, (s.acting).must_change, s.acting_on = current_date and (s.acting).grant_id = s.grant_id,
         s.turn, s.last_seen_at
    into account_id, person_name, volunteer_id, session_id, grant_id, role_code, unit_id, unit_code, unit_name, unit_level, unit_kind,
         scope_lo, scope_hi, permissions, must_change, v_is_known, v_turn, v_seen
    from accounts.sessions s
   where s.city_id = p_city and s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
     and s.last_seen_at + make_interval(secs => s.idle_seconds) > now();
  if not found then return; end if;
  if v_is_known is not true then
    v_acting := access.resolve(p_city, p_token_hash);
    if v_acting.account_id is null then
      if access.fall_back(p_city, p_token_hash) then return query select * from access.app_begin(p_city, p_token_hash); end if;
      return;
    end if;
    account_id := v_acting.account_id; person_name := v_acting.person_name; volunteer_id := v_acting.volunteer_id;
    session_id := v_acting.session_id; grant_id := v_acting.grant_id; role_code := v_acting.role_code; unit_id := v_acting.unit_id;
    unit_code := v_acting.unit_code; unit_name := v_acting.unit_name; unit_level := v_acting.unit_level; unit_kind := v_acting.unit_kind;
    scope_lo := v_acting.scope_lo; scope_hi := v_acting.scope_hi; permissions := v_acting.permissions; must_change := v_acting.must_change;
  end if;
  v_is_set := access.set_scope(p_city, scope_lo::bigint, scope_hi::bigint, account_id);
  if v_is_known is not true or v_seen < now() - interval '1 minute' then
    -- Who asks at the same moment waits for nobody: one of them notes it. What changed since it was put together is not noted.
    perform 1 from accounts.sessions s where s.city_id = p_city and s.token_hash = p_token_hash and s.turn = v_turn for update skip locked;
    if found and v_is_known is not true then
      update accounts.sessions s set last_seen_at = now(), acting = v_acting, acting_on = current_date where s.city_id = p_city and s.token_hash = p_token_hash;
    elsif found then
      update accounts.sessions s set last_seen_at = now() where s.city_id = p_city and s.token_hash = p_token_hash;
    end if;
  end if;
  return next;
end $$;

-- Whatever it comes from takes it away with its own change, in its own transaction: sessions of the account, those at the unit, or all where a role changed.
create function access.forget_acting_of_account() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_city int := case when tg_op = 'DELETE' then old.city_id else new.city_id end; v_account uuid;
begin
  if tg_table_name = 'accounts' then v_account := new.id;
  else v_account := case when tg_op = 'DELETE' then old.account_id else new.account_id end; end if;
  update accounts.sessions s set acting = null, turn = s.turn + 1 where s.city_id = v_city and s.account_id = v_account and s.ended_at is null;
  return null;
end $$;
comment on function access.forget_acting_of_account is 'Who acts under the sessions of an account is put together anew.';

create function access.forget_acting() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'roles' then
    update accounts.sessions s set acting = null, turn = s.turn + 1 where s.ended_at is null;
  else
    update accounts.sessions s set acting = null, turn = s.turn + 1
      from accounts.grants g join after on after.city_id = g.city_id and after.id = g.unit_id
        join before on before.city_id = after.city_id and before.id = after.id
       where s.city_id = g.city_id and s.grant_id = g.id and s.ended_at is null
         and (before.code, before.name, before.level, before.kind, before.scope_lo, before.scope_hi)
           is distinct from (after.code, after.name, after.level, after.kind, after.scope_lo, after.scope_hi);
  end if;
  return null;
end $$;
comment on function access.forget_acting is 'Who acts under the sessions of a changed role or unit is put together anew.';
revoke execute on function access.forget_acting_of_account(), access.forget_acting() from public;

create trigger accounts_acting after update on accounts.accounts for each row
  when ((old.status, old.person_name, old.volunteer_id) is distinct from (new.status, new.person_name, new.volunteer_id))
  execute function access.forget_acting_of_account();
create trigger credentials_acting after update on accounts.credentials for each row when (old.must_change is distinct from new.must_change)
  execute function access.forget_acting_of_account();
create trigger grants_acting after insert or update or delete on accounts.grants for each row execute function access.forget_acting_of_account();
create trigger roles_acting after insert or update or delete on accounts.roles for each statement execute function access.forget_acting();
create trigger units_acting after update on organization.units referencing old table as before new table as after
  for each statement execute function access.forget_acting();

create function access.list_stale_acting(p_city int) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id from accounts.sessions s
   where s.city_id = p_city and s.ended_at is null and s.expires_at > now() and s.last_seen_at + make_interval(secs => s.idle_seconds) > now()
     and s.acting_on = current_date and (s.acting).grant_id = s.grant_id and s.acting is distinct from access.resolve(p_city, s.token_hash)
$$;
comment on function access.list_stale_acting is 'Sessions under which would act who no longer may, or otherwise: none, as verify tells.';
revoke execute on function access.list_stale_acting(int) from public;
grant execute on function access.list_stale_acting(int) to xinhuo_app, xinhuo_worker;
