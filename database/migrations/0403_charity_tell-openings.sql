set local citus.multi_shard_modify_mode = 'sequential';

-- What a fund held when its books began is no income of that month.
create function access.list_fund_openings(p_city int, p_fund uuid) returns table (origin_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct m.origin_id from ledger.published_movements m join ledger.journals j on j.city_id = p_city and j.id = m.origin_id
   where m.city_id = p_city and m.fund_id = p_fund and j.kind = 'opening'
$$;
comment on function access.list_fund_openings is 'Entries of a fund that brought in what it held when its books began.';
revoke execute on function access.list_fund_openings(int, uuid) from public;
grant execute on function access.list_fund_openings(int, uuid) to xinhuo_app, xinhuo_worker;
