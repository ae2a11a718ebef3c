-- A village works with volunteers registered elsewhere: of those paired with its own cases it may know whether their clearance holds, nothing else.
create function access.list_paired_clearances(p_volunteers uuid[]) returns table (volunteer_id uuid, clearance_on date, clearance_until date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select v.id, v.clearance_on, v.clearance_until
    from volunteers.volunteers v
   where v.city_id = current_setting('app.city_id')::int and v.id = any (p_volunteers)
     and exists (select 1 from care.pairings p where p.city_id = v.city_id and p.volunteer_id = v.id
                    and p.scope_code >= current_setting('app.scope_lo')::bigint and p.scope_code <= current_setting('app.scope_hi')::bigint)
$$;
comment on function access.list_paired_clearances is 'Days on which the clearance of volunteers holds who are paired with cases of the caller''s range, wherever they are registered.';
revoke execute on function access.list_paired_clearances(uuid[]) from public;
grant execute on function access.list_paired_clearances(uuid[]) to xinhuo_app, xinhuo_worker;
