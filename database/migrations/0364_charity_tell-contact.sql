set local citus.multi_shard_modify_mode = 'sequential';

-- Whoever objects to a list that is shown has to know whom to call: what the foundation of a city wrote of itself, for everybody.
create function access.find_charity_contact(p_city int, p_today date)
returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.value #>> '{}' from platform.settings s
   where s.city_id = p_city and s.name = 'charity.contact' and s.valid_from <= p_today order by s.valid_from desc limit 1
$$;
comment on function access.find_charity_contact is 'Telephone, address and hours of the foundation of a city, as it wrote them for everybody; null while it wrote nothing.';
revoke execute on function access.find_charity_contact(int, date) from public;
grant execute on function access.find_charity_contact(int, date) to xinhuo_app, xinhuo_worker;
