set local citus.multi_shard_modify_mode = 'sequential';

-- Whoever objects has a number to ask by what became of it, however the objection came.
alter table projects.objections add column number text;
comment on column projects.objections.number is 'Number by which whoever objected asks for the outcome; null for what was recorded before there were numbers.';
create unique index objections_number_key on projects.objections (city_id, number);

-- Anybody may object to a list while it is shown. Who it was is kept nowhere but in the sealed words, not even by the address.
create function access.send_objection(p_city int, p_list uuid, p_today date, p_now timestamptz, p_id uuid, p_number text, p_key bytea, p_words bytea, p_most int,
  p_entry uuid, p_epoch int)
returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_batch uuid; v_round int; v_scope bigint;
begin
  select b.id, b.round, b.scope_code into v_batch, v_round, v_scope
    from projects.public_lists l join projects.batches b on b.city_id = l.city_id and b.id = l.batch_id
   where l.city_id = p_city and l.id = p_list and l.round = b.round and l.ends_on >= p_today and b.status = 'submitted';
  if not found then return 'closed'; end if;
  if (select count(*) from projects.objections o where o.city_id = p_city and o.batch_id = v_batch and o.round = v_round
      and o.recorded_by is null and o.outcome is null) >= p_most then return 'full'; end if;
  insert into projects.objections (city_id, id, scope_code, batch_id, round, came_on, came_by, number, wrapped_key, sealed_words, recorded_name, created_at)
    values (p_city, p_id, v_scope, v_batch, v_round, p_today, 'internet', p_number, p_key, p_words, '网上', p_now);
  insert into audit.entries (city_id, id, scope_code, epoch, verb, subject_kind, subject_id, details)
    values (p_city, p_entry, v_scope, p_epoch, 'objection.sent', 'award-batch', v_batch, jsonb_build_object('objectionId', p_id));
  return 'taken';
end $$;
comment on function access.send_objection is 'Takes an objection of somebody without a session to a list that is shown: taken, closed (not shown any more) or full (too many wait).';
revoke execute on function access.send_objection(int, uuid, date, timestamptz, uuid, text, bytea, bytea, int, uuid, int) from public;
grant execute on function access.send_objection(int, uuid, date, timestamptz, uuid, text, bytea, bytea, int, uuid, int) to xinhuo_app;

create function access.ask_objection(p_city int, p_number text)
returns table (came_on date, outcome text, answered_on date, is_returned boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.came_on, o.outcome, o.answered_on, b.round <> o.round
    from projects.objections o join projects.batches b on b.city_id = o.city_id and b.id = o.batch_id
   where o.city_id = p_city and o.number = p_number
$$;
comment on function access.ask_objection is 'What became of an objection, for whoever has its number: no word of it, nor of the answer.';
revoke execute on function access.ask_objection(int, text) from public;
grant execute on function access.ask_objection(int, text) to xinhuo_app;

-- Everybody sees how many objected to a list and how many of them were answered.
drop function access.list_aid_lists(int, date);
create function access.list_aid_lists(p_city int, p_from date)
returns table (id uuid, fund_name text, holder_name text, opened_on date, ends_on date, is_withheld boolean, total_fen float8, groups jsonb,
  objections int, answered int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.id, l.fund_name, l.holder_name, l.opened_on, l.ends_on, l.is_withheld, l.total_fen::float8, l.groups, o.came, o.answered
    from projects.public_lists l
    cross join lateral (select count(*)::int as came, count(x.outcome)::int as answered from projects.objections x
      where x.city_id = p_city and x.batch_id = l.batch_id and x.round = l.round) o
   where l.city_id = p_city and l.ends_on >= p_from order by l.opened_on desc, l.id limit 200
$$;
comment on function access.list_aid_lists is 'Lists shown for objections, for everybody: places and numbers, nobody''s name; how many objections came and were answered.';
revoke execute on function access.list_aid_lists(int, date) from public;
grant execute on function access.list_aid_lists(int, date) to xinhuo_app, xinhuo_worker;
