create function access.erase_child(p_child uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_city constant int := current_setting('app.city_id')::int;
begin
  update children.person_keys k set wrapped = null, erased_at = now(), erased_by = nullif(current_setting('app.account_id', true), '')::uuid
   where k.city_id = v_city and k.id = p_child and k.wrapped is not null
     and k.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint;
  if not found then return false; end if;
  update children.identities i set sealed = null, sealed_health = null, updated_at = now() where i.city_id = v_city and i.id = p_child;
  update children.guardians g set sealed = null where g.city_id = v_city and g.child_id = p_child;
  delete from children.search_terms t where t.city_id = v_city and t.child_id = p_child;
  delete from children.person_index x where x.city_id = v_city and x.child_id = p_child;
  return true;
end $$;
comment on function access.erase_child is 'Destroys the key of a child inside the caller''s range and everything by which it could be found; false when there was none to destroy.';

create function access.rewrap_child_key(p_child uuid, p_before bytea, p_wrapped bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update children.person_keys k set wrapped = p_wrapped
   where k.city_id = current_setting('app.city_id')::int and k.id = p_child and k.wrapped = p_before;
  return found;
end $$;
comment on function access.rewrap_child_key is 'Puts the same key, wrapped by the current master key, in place of the former wrapping; nothing when it changed meanwhile. For the worker role only.';

revoke execute on function access.erase_child(uuid) from public;
revoke execute on function access.rewrap_child_key(uuid, bytea, bytea) from public;
grant execute on function access.erase_child(uuid) to xinhuo_app, xinhuo_worker;
grant execute on function access.rewrap_child_key(uuid, bytea, bytea) to xinhuo_worker;
