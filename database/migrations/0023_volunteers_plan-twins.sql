-- One look into an index for each row and question. Asked as a join, a table that is just being filled, and so has no statistics,
-- is read whole for every batch; `offset 0` keeps the planner from making a join of it again.
create or replace function access.find_volunteer_twins(p_row_numbers int[], p_id_hashes bytea[], p_names text[], p_births date[], p_phones text[])
returns table (row_number int, reason text, volunteer_id uuid, scope_code text, unit_id uuid, unit_name text, is_visible boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.row_number, f.reason, f.id, lpad(f.scope_code::text, 18, '0'), f.unit_id, f.unit_name,
         f.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint
    from unnest(p_row_numbers, p_id_hashes, p_names, p_births, p_phones) as a (row_number, id_hash, name, birth_on, phone)
    cross join lateral (
      select s.reason, s.id, s.scope_code, s.unit_id, u.name as unit_name from (
        (select 'id-number' as reason, v.id, v.scope_code, v.unit_id from volunteers.volunteers v
          where v.city_id = current_setting('app.city_id')::int and v.id_hash = a.id_hash and v.id_hash is not null
            and v.status not in ('merged', 'withdrawn') offset 0)
        union all
        (select 'name-birth', v.id, v.scope_code, v.unit_id from volunteers.volunteers v
          where v.city_id = current_setting('app.city_id')::int and v.name = a.name and v.birth_on = a.birth_on
            and v.status not in ('merged', 'withdrawn') offset 0)
        union all
        (select 'phone', v.id, v.scope_code, v.unit_id from volunteers.volunteers v
          where v.city_id = current_setting('app.city_id')::int and v.phone = a.phone and v.phone is not null
            and v.status not in ('merged', 'withdrawn') offset 0)) as s
      join organization.units u on u.city_id = current_setting('app.city_id')::int and u.id = s.unit_id
      offset 0) as f
$$;
