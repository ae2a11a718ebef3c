set local citus.multi_shard_modify_mode = 'sequential';

-- Whoever objected learns why, in words written for everybody who has the number; what was found inside stays inside.
alter table projects.objections add column sealed_reply bytea;
alter table projects.objections add constraint objections_reply_check check (sealed_reply is null or outcome is not null);
comment on column projects.objections.sealed_reply is 'What whoever objected is told of the reasons, sealed; null before the answer, and for what was answered before such words were asked for.';

drop function access.ask_objection(int, text);
create function access.ask_objection(p_city int, p_number text)
returns table (id uuid, came_on date, outcome text, answered_on date, is_returned boolean, wrapped_key bytea, sealed_reply bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.came_on, o.outcome, o.answered_on, b.round <> o.round, o.wrapped_key, o.sealed_reply
    from projects.objections o join projects.batches b on b.city_id = o.city_id and b.id = o.batch_id
   where o.city_id = p_city and o.number = p_number
$$;
comment on function access.ask_objection is 'What became of an objection and what is told of the reasons, for whoever has its number: no word of it, nor of what was found inside.';
revoke execute on function access.ask_objection(int, text) from public;
grant execute on function access.ask_objection(int, text) to xinhuo_app;
