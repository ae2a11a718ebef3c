-- Whoever plans a visit must know whether the volunteer serves at all, not the clearance alone; also of one registered elsewhere, and nothing else of him.
create function access.list_paired_states(p_volunteers uuid[]) returns table (volunteer_id uuid, status text, clearance_on date, clearance_until date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select v.id, v.status, v.clearance_on, v.clearance_until
    from volunteers.volunteers v
   where v.city_id = current_setting('app.city_id')::int and v.id = any (p_volunteers)
     and exists (select 1 from care.pairings p where p.city_id = v.city_id and p.volunteer_id = v.id
                    and p.scope_code >= current_setting('app.scope_lo')::bigint and p.scope_code <= current_setting('app.scope_hi')::bigint)
$$;
comment on function access.list_paired_states is 'Status and days of clearance of volunteers who are paired with cases of the caller''s range, wherever they are registered.';
revoke execute on function access.list_paired_states(uuid[]) from public;
grant execute on function access.list_paired_states(uuid[]) to xinhuo_app, xinhuo_worker;
drop function access.list_paired_clearances(uuid[]);
