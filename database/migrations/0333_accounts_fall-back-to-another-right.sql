set local citus.multi_shard_modify_mode = 'sequential';

-- A right that ends while its holder works under it takes away that right, not the session: the person goes on under another one he still holds.
create function access.session_stands(p_city int, p_token_hash bytea) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from accounts.sessions s join accounts.accounts a on a.city_id = p_city and a.id = s.account_id
     where s.city_id = p_city and s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
       and s.last_seen_at + make_interval(secs => s.idle_seconds) > now() and a.status = 'active')
$$;
comment on function access.session_stands is 'Whether a session is still open and its account active, whatever rights are left.';

create function access.fall_back(p_city int, p_token_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_grant uuid;
begin
  if not access.session_stands(p_city, p_token_hash) then return false; end if;
  select g.id into v_grant
    from accounts.sessions s
    join accounts.grants ended on ended.city_id = p_city and ended.id = s.grant_id
    join accounts.grants g on g.city_id = p_city and g.account_id = s.account_id
    join accounts.roles r on r.code = g.role_code
   where s.city_id = p_city and s.token_hash = p_token_hash and g.revoked_at is null
     and g.from_on <= current_date and (g.until_on is null or g.until_on >= current_date)
   order by g.unit_id <> ended.unit_id, g.delegated_by is not null, g.scope_code, r.sort_order, g.id limit 1;
  if v_grant is null then return false; end if;
  update accounts.sessions s set grant_id = v_grant where s.city_id = p_city and s.token_hash = p_token_hash;
  return found;
end $$;
comment on function access.fall_back is 'Lets an open session whose right has ended act under another right the person still holds: at the same unit first, own ones before delegated ones; false when none is left.';

create or replace function access.app_begin(p_city int, p_token_hash bytea)
returns table (
  account_id uuid, person_name text, volunteer_id uuid, session_id uuid, grant_id uuid, role_code text,
  unit_id uuid, unit_code text, unit_name text, unit_level text, unit_kind text, scope_lo text, scope_hi text,
  permissions text, must_change boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare v_seen timestamptz;
begin
  -- Who acts in a role without range has only what that role may, even where the account does other work at the unit too.
  select a.id, a.person_name, a.volunteer_id, s.id, g.id, g.role_code, u.id, u.code, u.name, u.level, u.kind,
         (case when acting.has_range then u.scope_lo else u.scope_hi end)::text, u.scope_hi::text,
         case when acting.has_range then (select string_agg(r.permission_list, ',') from accounts.grants o join accounts.roles r on r.code = o.role_code
             where o.city_id = p_city and o.account_id = a.id and o.unit_id = g.unit_id and o.revoked_at is null
               and o.from_on <= current_date and (o.until_on is null or o.until_on >= current_date))
           else acting.permission_list end, c.must_change, s.last_seen_at
    into account_id, person_name, volunteer_id, session_id, grant_id, role_code, unit_id, unit_code, unit_name, unit_level, unit_kind,
         scope_lo, scope_hi, permissions, must_change, v_seen
    from accounts.sessions s
    join accounts.accounts a on a.city_id = p_city and a.id = s.account_id
    join accounts.credentials c on c.city_id = p_city and c.account_id = s.account_id
    join accounts.grants g on g.city_id = p_city and g.id = s.grant_id
    join accounts.roles acting on acting.code = g.role_code
    join organization.units u on u.city_id = p_city and u.id = g.unit_id
   where s.city_id = p_city and s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
     and s.last_seen_at + make_interval(secs => s.idle_seconds) > now() and a.status = 'active' and g.revoked_at is null
     and g.from_on <= current_date and (g.until_on is null or g.until_on >= current_date);
  if not found then
    if access.fall_back(p_city, p_token_hash) then return query select * from access.app_begin(p_city, p_token_hash); end if;
    return;
  end if;
  perform access.set_scope(p_city, scope_lo::bigint, scope_hi::bigint, account_id);
  if v_seen < now() - interval '1 minute' then
    update accounts.sessions s set last_seen_at = now() where s.city_id = p_city and s.token_hash = p_token_hash;
  end if;
  return next;
end $$;

revoke execute on function access.session_stands(int, bytea), access.fall_back(int, bytea) from public;
grant execute on function access.session_stands(int, bytea) to xinhuo_app;
