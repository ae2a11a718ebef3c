set local citus.multi_shard_modify_mode = 'sequential';

create function access.list_held_roles(p_account uuid) returns table (role_code text)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select distinct g.role_code from accounts.grants g join accounts.accounts a on a.city_id = g.city_id and a.id = g.account_id
   where g.city_id = current_setting('app.city_id')::int and g.account_id = p_account and g.revoked_at is null
     and (g.until_on is null or g.until_on >= current_date)
     and a.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint
$$;
comment on function access.list_held_roles is 'Roles an account inside the caller''s range holds today or later, wherever: what excludes another role may lie outside the range.';

create function access.revoke_delegations(p_account uuid, p_by uuid) returns int
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with own as (
    select g.role_code, g.unit_id from accounts.grants g
     where g.city_id = current_setting('app.city_id')::int and g.account_id = p_account and g.delegated_by is null and g.revoked_at is null
       and (g.until_on is null or g.until_on >= current_date)),
  gone as (
    update accounts.grants d set revoked_at = now(), revoked_by = p_by
     where d.city_id = current_setting('app.city_id')::int and d.delegated_by = p_account and d.revoked_at is null
       and not exists (select 1 from own where own.role_code = d.role_code and own.unit_id = d.unit_id)
       and d.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint
    returning 1)
  select count(*)::int from gone
$$;
comment on function access.revoke_delegations is 'Takes back what a person delegated of rights that the person no longer holds.';

do $$
declare v record;
begin
  for v in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'access' and p.proname in ('list_held_roles', 'revoke_delegations') loop
    execute format('revoke execute on function %s from public', v.name);
    execute format('grant execute on function %s to xinhuo_app, xinhuo_worker', v.name);
  end loop;
end $$;

create index grants_delegated_idx on accounts.grants (city_id, delegated_by) where delegated_by is not null;

insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'right.delegate'), ('leader', 'right.delegate'), ('guardian-officer', 'right.delegate'), ('care-worker', 'right.delegate')
) as given (role_code, permission);
