create function access.list_cities() returns table (city_id int, name text)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select c.city_id, c.name from organization.cities c order by c.city_id
$$;
comment on function access.list_cities is 'The cities of this installation, for the start of the program and its jobs.';
revoke execute on function access.list_cities() from public;
grant execute on function access.list_cities() to xinhuo_app, xinhuo_worker;
