-- A volunteer may be paired with children outside the caller's range; capacity counts them all, so the days alone are told, nothing else.
create function access.list_pairing_days(p_volunteers uuid[]) returns table (volunteer_id uuid, from_on date, until_on date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.volunteer_id, p.from_on, p.until_on
    from care.pairings p
    join volunteers.volunteers v on v.city_id = p.city_id and v.id = p.volunteer_id
   where p.city_id = current_setting('app.city_id')::int and p.volunteer_id = any (p_volunteers)
     and v.scope_code >= current_setting('app.scope_lo')::bigint and v.scope_code <= current_setting('app.scope_hi')::bigint
$$;
comment on function access.list_pairing_days is 'On which days volunteers of the caller''s range are paired, wherever the child lives: first and last day only.';
revoke execute on function access.list_pairing_days(uuid[]) from public;
grant execute on function access.list_pairing_days(uuid[]) to xinhuo_app, xinhuo_worker;
