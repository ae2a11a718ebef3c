-- Every request asks what its person may do. The list of a role is gathered when it changes, not each time it is asked for.
alter table accounts.roles add column permission_list text not null default '';
comment on column accounts.roles.permission_list is 'The permissions of the role, joined by commas: gathered from role_permissions, never written by hand.';

create function accounts.gather_permissions() returns trigger
language plpgsql as $$
begin
  update accounts.roles r set permission_list = coalesce(
    (select string_agg(p.permission, ',' order by p.permission) from accounts.role_permissions p where p.role_code = r.code), '');
  return null;
end $$;
comment on function accounts.gather_permissions is 'Keeps roles.permission_list in step with role_permissions.';
revoke execute on function accounts.gather_permissions() from public;
create trigger role_permissions_gather after insert or update or delete on accounts.role_permissions
  for each statement execute function accounts.gather_permissions();
update accounts.roles r set permission_list = coalesce(
  (select string_agg(p.permission, ',' order by p.permission) from accounts.role_permissions p where p.role_code = r.code), '');

drop function access.app_begin(int, bytea);
create function access.app_begin(p_city int, p_token_hash bytea)
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
  perform access.set_scope(p_city, scope_lo::bigint, scope_hi::bigint, account_id);
  if v_seen < now() - interval '1 minute' then
    update accounts.sessions s set last_seen_at = now() where s.city_id = p_city and s.token_hash = p_token_hash;
  end if;
  return next;
end $$;
comment on function access.app_begin is 'First statement of every request: resolves the session token to person, unit range and permissions (joined by commas) and sets the scope; no row when the session does not hold.';
revoke execute on function access.app_begin(int, bytea) from public;
grant execute on function access.app_begin(int, bytea) to xinhuo_app;
