set local citus.multi_shard_modify_mode = 'sequential';

alter table projects.award_kinds add column public_days int not null default 7
  constraint award_kinds_public_days_check check (public_days between 0 and 90);
comment on column projects.award_kinds.public_days is 'For how many days a list with such awards is shown for objections before it may be approved; 0 for none.';
update projects.award_kinds set public_days = 0 where code = 'emergency';

create table projects.public_lists (
  city_id int not null,
  id uuid not null,
  batch_id uuid not null,
  round int not null,
  fund_name text not null,
  holder_name text not null,
  opened_on date not null,
  ends_on date not null,
  is_withheld boolean not null,
  total_fen bigint,
  groups jsonb not null,
  constraint public_lists_pkey primary key (city_id, id),
  constraint public_lists_batch_key unique (city_id, batch_id),
  constraint public_lists_days_check check (ends_on >= opened_on),
  constraint public_lists_withheld_check check (is_withheld = (total_fen is null))
);
comment on table projects.public_lists is 'Batches shown to everybody for objections: places with five children or more, rounded down; groups by name of the unit; nobody''s name.';
comment on column projects.public_lists.city_id is 'City.';
comment on column projects.public_lists.id is 'Public list.';
comment on column projects.public_lists.batch_id is 'Batch.';
comment on column projects.public_lists.round is 'Round of handing in it shows.';
comment on column projects.public_lists.fund_name is 'Fund that would pay.';
comment on column projects.public_lists.holder_name is 'Unit that keeps the books: objections go there.';
comment on column projects.public_lists.opened_on is 'First day.';
comment on column projects.public_lists.ends_on is 'Last day for objections.';
comment on column projects.public_lists.is_withheld is 'Whether somebody on the list is shown nowhere, since too few are there.';
comment on column projects.public_lists.total_fen is 'Sum of the list in fen; null where somebody is withheld.';
comment on column projects.public_lists.groups is 'What is shown: place, kind of group, at least how many people.';
select platform.declare_table('projects.public_lists', 'public', 'select, insert, delete');

create table projects.objections (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  batch_id uuid not null,
  round int not null,
  came_on date not null,
  came_by text not null,
  wrapped_key bytea not null,
  sealed_words bytea not null,
  sealed_answer bytea,
  outcome text,
  answered_on date,
  answered_name text,
  recorded_by uuid,
  recorded_name text not null,
  created_at timestamptz(3) not null,
  constraint objections_pkey primary key (city_id, id),
  constraint objections_batch_fkey foreign key (city_id, batch_id) references projects.batches (city_id, id),
  constraint objections_came_by_check check (came_by in ('telephone', 'letter', 'visit', 'internet')),
  constraint objections_outcome_check check (outcome in ('upheld', 'rejected')),
  constraint objections_answered_check check ((outcome is null) = (answered_on is null) and (outcome is null) = (answered_name is null)
    and (outcome is null) = (sealed_answer is null))
);
comment on table projects.objections is 'What somebody says against a public list, and the answer.';
comment on column projects.objections.city_id is 'City.';
comment on column projects.objections.id is 'Objection.';
comment on column projects.objections.scope_code is 'Scope code of the books.';
comment on column projects.objections.batch_id is 'Batch.';
comment on column projects.objections.round is 'Round of handing in it speaks of.';
comment on column projects.objections.came_on is 'Day it came.';
comment on column projects.objections.came_by is 'telephone, letter, visit or internet.';
comment on column projects.objections.wrapped_key is 'Data key of the row, wrapped.';
comment on column projects.objections.sealed_words is 'What was said and by whom, sealed.';
comment on column projects.objections.sealed_answer is 'What was answered, sealed; null until then.';
comment on column projects.objections.outcome is 'upheld or rejected; null while it is open.';
comment on column projects.objections.answered_on is 'Day of the answer; null until then.';
comment on column projects.objections.answered_name is 'Who answered; null until then.';
comment on column projects.objections.recorded_by is 'Account that recorded it; null where the owner loaded it.';
comment on column projects.objections.recorded_name is 'Who recorded it.';
comment on column projects.objections.created_at is 'When.';
create index objections_batch_idx on projects.objections (city_id, batch_id);
select platform.declare_table('projects.objections', 'scoped', 'select, insert, update');

-- The approval that lets money go waits for the last day and for every answer, whoever writes.
create function projects.hold_approval() returns trigger language plpgsql as $$
begin
  if new.status = 'approved' and old.status <> 'approved' and (
      exists (select 1 from projects.public_lists l where l.city_id = new.city_id and l.batch_id = new.id and l.ends_on >= new.approved_on)
      or exists (select 1 from projects.objections o where o.city_id = new.city_id and o.batch_id = new.id and o.round = new.round
        and o.outcome is distinct from 'rejected')) then
    raise exception 'the list of batch % is still shown for objections', new.id using constraint = 'batches_shown', errcode = '23514';
  end if;
  return new;
end $$;
comment on function projects.hold_approval is 'A batch that is shown for objections is approved only after its last day, with every objection rejected.';
create trigger batches_shown before update on projects.batches for each row execute function projects.hold_approval();

create function access.list_aid_lists(p_city int, p_from date)
returns table (id uuid, fund_name text, holder_name text, opened_on date, ends_on date, is_withheld boolean, total_fen float8, groups jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.id, l.fund_name, l.holder_name, l.opened_on, l.ends_on, l.is_withheld, l.total_fen::float8, l.groups
    from projects.public_lists l where l.city_id = p_city and l.ends_on >= p_from order by l.opened_on desc, l.id limit 200
$$;
comment on function access.list_aid_lists is 'Lists shown for objections, for everybody: places and numbers, nobody''s name.';
revoke execute on function access.list_aid_lists(int, date) from public;
grant execute on function access.list_aid_lists(int, date) to xinhuo_app, xinhuo_worker;

insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'objection.record'), ('charity-worker', 'objection.record'), ('accountant', 'objection.record'), ('charity-head', 'objection.record'),
  ('charity-head', 'objection.answer'), ('finance-reviewer', 'objection.answer')
) as given (role_code, permission);
