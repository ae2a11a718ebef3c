-- Who may be the same person, also in units the caller cannot see: of those only the unit is told.
create function access.find_volunteer_twins(p_row_numbers int[], p_id_hashes bytea[], p_names text[], p_births date[], p_phones text[])
returns table (row_number int, reason text, volunteer_id uuid, scope_code text, unit_id uuid, unit_name text, is_visible boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with asked as (
    select * from unnest(p_row_numbers, p_id_hashes, p_names, p_births, p_phones) as a (row_number, id_hash, name, birth_on, phone)),
  found as (
    select a.row_number, 'id-number' as reason, v.id, v.scope_code, v.unit_id
      from asked a join volunteers.volunteers v on v.city_id = current_setting('app.city_id')::int and v.id_hash = a.id_hash
     where v.id_hash is not null and v.status not in ('merged', 'withdrawn')
    union all
    select a.row_number, 'name-birth', v.id, v.scope_code, v.unit_id
      from asked a join volunteers.volunteers v on v.city_id = current_setting('app.city_id')::int and v.name = a.name and v.birth_on = a.birth_on
     where v.status not in ('merged', 'withdrawn')
    union all
    select a.row_number, 'phone', v.id, v.scope_code, v.unit_id
      from asked a join volunteers.volunteers v on v.city_id = current_setting('app.city_id')::int and v.phone = a.phone
     where v.phone is not null and v.status not in ('merged', 'withdrawn'))
  select f.row_number, f.reason, f.id, lpad(f.scope_code::text, 18, '0'), f.unit_id, u.name,
         f.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint
    from found f join organization.units u on u.city_id = current_setting('app.city_id')::int and u.id = f.unit_id
$$;
comment on function access.find_volunteer_twins is 'Volunteers of the whole city with the same identity number, name and birth date, or telephone as each asked row. Callers tell nothing but the unit of those that are not visible.';

create function access.common_scope(p_one bigint, p_other bigint) returns bigint
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select rpad(left(lpad(p_one::text, 18, '0'), max(depth)), 18, '0')::bigint from unnest(array[0, 2, 4, 7, 11, 15, 18]) as depth
   where left(lpad(p_one::text, 18, '0'), depth) = left(lpad(p_other::text, 18, '0'), depth)
$$;
comment on function access.common_scope is 'Scope code of the lowest unit that stands above both.';

create function access.note_volunteer_twins(p_first uuid[], p_second uuid[], p_reasons text[], p_pair_ids uuid[]) returns int
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with noted as (
    insert into volunteers.duplicates as d (city_id, id, scope_code, first_id, second_id, reasons)
    select current_setting('app.city_id')::int, p.pair_id, access.common_scope(one.scope_code, other.scope_code),
           least(one.id, other.id), greatest(one.id, other.id), string_to_array(p.reasons, ',')
      from unnest(p_first, p_second, p_reasons, p_pair_ids) as p (first_id, second_id, reasons, pair_id)
      join volunteers.volunteers one on one.city_id = current_setting('app.city_id')::int and one.id = p.first_id
      join volunteers.volunteers other on other.city_id = current_setting('app.city_id')::int and other.id = p.second_id
     where one.id <> other.id
       and one.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint
    on conflict (city_id, first_id, second_id) do nothing
    returning 1)
  select count(*)::int from noted
$$;
comment on function access.note_volunteer_twins is 'Puts pairs (the first one visible to the caller, the other anywhere) into the duplicates queue of the unit above both. Pairs already decided stay decided.';

create function access.place_volunteer_twins(p_volunteer uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update volunteers.duplicates d set scope_code = access.common_scope(one.scope_code, other.scope_code)
    from volunteers.volunteers one, volunteers.volunteers other
   where d.city_id = current_setting('app.city_id')::int and (d.first_id = p_volunteer or d.second_id = p_volunteer)
     and one.city_id = current_setting('app.city_id')::int and one.id = d.first_id
     and other.city_id = current_setting('app.city_id')::int and other.id = d.second_id
     and exists (select 1 from volunteers.volunteers v where v.city_id = current_setting('app.city_id')::int and v.id = p_volunteer
       and v.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint)
$$;
comment on function access.place_volunteer_twins is 'After a visible volunteer went to another unit: the pairs of the queue stand again with the unit above both.';

revoke execute on function access.find_volunteer_twins(int[], bytea[], text[], date[], text[]) from public;
revoke execute on function access.place_volunteer_twins(uuid) from public;
grant execute on function access.place_volunteer_twins(uuid) to xinhuo_app, xinhuo_worker;
revoke execute on function access.common_scope(bigint, bigint) from public;
revoke execute on function access.note_volunteer_twins(uuid[], uuid[], text[], uuid[]) from public;
grant execute on function access.find_volunteer_twins(int[], bytea[], text[], date[], text[]) to xinhuo_app, xinhuo_worker;
grant execute on function access.common_scope(bigint, bigint) to xinhuo_app, xinhuo_worker;
grant execute on function access.note_volunteer_twins(uuid[], uuid[], text[], uuid[]) to xinhuo_app, xinhuo_worker;
