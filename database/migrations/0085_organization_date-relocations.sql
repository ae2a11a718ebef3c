set local citus.multi_shard_modify_mode = 'sequential';

alter table organization.relocations add column happened_on date not null default current_date;
alter table organization.relocations alter column happened_on drop default;
comment on column organization.relocations.happened_on is 'Day of the move or merger: stocks count at the old place until the day before.';

-- What figures were counted from and added up to keeps the code under which it was reported: only new facts tell of the move.
-- A volunteer counts at the new place from the day of the move on. After a merger posts, rules and yearly reports stay with the closed unit: its history.
drop function access.move_rows(int, bigint, bigint, uuid, uuid, int);
create function access.move_rows(p_city int, p_from bigint, p_to bigint, p_from_unit uuid, p_to_unit uuid, p_on date, p_limit int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v record; v_left int := p_limit; v_count int;
begin
  for v in
    select k.table_name, exists (select 1 from pg_attribute a where a.attrelid = k.table_name::regclass and a.attname = 'unit_id' and not a.attisdropped) as has_unit
      from platform.table_kinds k
     where k.kind in ('scoped', 'two-party')
       and k.table_name not in ('audit.entries', 'figures.facts', 'figures.rollups', 'figures.presences', 'figures.presence_counts', 'figures.corrections')
       and (p_from_unit = p_to_unit or (k.table_name not like 'organization.%' and k.table_name <> 'figures.report_drafts'))
     order by k.table_name
  loop
    execute format('update %1$s set scope_code = $3 %2$s where city_id = $1 and ctid = any (array('
      'select ctid from %1$s where city_id = $1 and scope_code = $2 limit $4))', v.table_name,
      case when v.has_unit and p_from_unit <> p_to_unit then ', unit_id = case when unit_id = $5 then $6 else unit_id end' else '' end
      || case v.table_name when 'volunteers.volunteers' then ', member_since = greatest(coalesce(member_since, joined_on), $7)' else '' end)
      using p_city, p_from, p_to, v_left, p_from_unit, p_to_unit, p_on;
    get diagnostics v_count = row_count;
    v_left := v_left - v_count;
    exit when v_left <= 0;
  end loop;
  return p_limit - v_left;
end $$;
comment on function access.move_rows is 'Moves at most so many rows of all scoped tables from one scope code (and unit) to another. For the worker role only; 0 when nothing is left.';
revoke execute on function access.move_rows(int, bigint, bigint, uuid, uuid, date, int) from public;
grant execute on function access.move_rows(int, bigint, bigint, uuid, uuid, date, int) to xinhuo_worker;
