set local citus.multi_shard_modify_mode = 'sequential';

alter table organization.units
  add column address text,
  add column phone text,
  add column founding_document text,
  add column successor_id uuid,
  add constraint units_successor_fkey foreign key (city_id, successor_id) references organization.units (city_id, id);
comment on column organization.units.address is 'Where the office of the committee is; null when not given.';
comment on column organization.units.phone is 'Telephone of the committee; null when not given.';
comment on column organization.units.founding_document is 'Number of the document that founded the committee; null when there is none.';
comment on column organization.units.successor_id is 'Unit that took over when this one was merged; null otherwise.';

create table organization.unit_history (
  city_id int not null,
  id uuid not null,
  unit_id uuid not null,
  until_on date not null,
  name text not null,
  short_name text not null,
  parent_id uuid,
  code text not null,
  recorded_at timestamptz not null default now(),
  constraint unit_history_pkey primary key (city_id, id),
  constraint unit_history_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id)
);
comment on table organization.unit_history is 'What a unit was called and where it stood until a day; the present state is the unit''s own row.';
comment on column organization.unit_history.city_id is 'City.';
comment on column organization.unit_history.id is 'Row.';
comment on column organization.unit_history.unit_id is 'Unit.';
comment on column organization.unit_history.until_on is 'Last day on which this held; it began the day after the row before, or with the unit.';
comment on column organization.unit_history.name is 'Name until then.';
comment on column organization.unit_history.short_name is 'Short name of the committee until then.';
comment on column organization.unit_history.parent_id is 'Unit above until then; null for the topmost.';
comment on column organization.unit_history.code is 'Code until then.';
comment on column organization.unit_history.recorded_at is 'When the change was recorded.';
create index unit_history_unit_idx on organization.unit_history (city_id, unit_id, until_on);
select platform.declare_table('organization.unit_history', 'city-wide', 'select, insert');

create table organization.unit_codes (
  city_id int not null,
  code text not null,
  unit_id uuid not null,
  until_on date not null,
  constraint unit_codes_pkey primary key (city_id, code),
  constraint unit_codes_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id)
);
comment on table organization.unit_codes is 'Codes that units once had. None is ever given again, because figures of closed periods keep them.';
comment on column organization.unit_codes.city_id is 'City.';
comment on column organization.unit_codes.code is 'Former code.';
comment on column organization.unit_codes.unit_id is 'Unit that had it.';
comment on column organization.unit_codes.until_on is 'Last day on which the unit had it.';
create index unit_codes_unit_idx on organization.unit_codes (city_id, unit_id);
select platform.declare_table('organization.unit_codes', 'city-wide', 'select, insert');

create table organization.unit_changes (
  city_id int not null,
  id uuid not null,
  unit_id uuid not null,
  change text not null constraint unit_changes_change_check check (change in
    ('created', 'established', 'disestablished', 'renamed', 'moved', 'merged', 'received', 'split', 'closed', 'reopened')),
  happened_on date not null,
  reason text,
  other_unit_id uuid,
  person_name text not null,
  recorded_at timestamptz not null default now(),
  constraint unit_changes_pkey primary key (city_id, id),
  constraint unit_changes_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id),
  constraint unit_changes_other_unit_fkey foreign key (city_id, other_unit_id) references organization.units (city_id, id)
);
comment on table organization.unit_changes is 'What was done to a unit, dated, with its reason: the list a newcomer reads to understand the unit.';
comment on column organization.unit_changes.city_id is 'City.';
comment on column organization.unit_changes.id is 'Change.';
comment on column organization.unit_changes.unit_id is 'Unit.';
comment on column organization.unit_changes.change is 'What was done; received is the other side of merged.';
comment on column organization.unit_changes.happened_on is 'Day from which it holds.';
comment on column organization.unit_changes.reason is 'Why; null where none was asked.';
comment on column organization.unit_changes.other_unit_id is 'The other unit concerned: new parent, successor, origin; null when there is none.';
comment on column organization.unit_changes.person_name is 'Who recorded it.';
comment on column organization.unit_changes.recorded_at is 'When it was recorded.';
create index unit_changes_unit_idx on organization.unit_changes (city_id, unit_id, happened_on desc, recorded_at desc);
select platform.declare_table('organization.unit_changes', 'city-wide', 'select, insert');

create table organization.unit_search_terms (
  city_id int not null,
  term text collate "C" not null,
  scope_lo bigint not null,
  unit_id uuid not null,
  constraint unit_search_terms_pkey primary key (city_id, term, unit_id),
  constraint unit_search_terms_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id)
);
comment on table organization.unit_search_terms is 'What a unit can be found by: characters and pairs of its names, former ones included, pinyin and initials.';
comment on column organization.unit_search_terms.city_id is 'City.';
comment on column organization.unit_search_terms.term is 'Kind and text, e.g. han:东街 or pinyin:dongjie.';
comment on column organization.unit_search_terms.scope_lo is 'First scope code of the unit, so that a search stays in its range and in the order of the tree.';
comment on column organization.unit_search_terms.unit_id is 'Unit.';
create index unit_search_terms_scope_idx on organization.unit_search_terms (city_id, term, scope_lo, unit_id);
create index unit_search_terms_unit_idx on organization.unit_search_terms (city_id, unit_id);
select platform.declare_table('organization.unit_search_terms', 'city-wide', 'select, insert, update');

create table organization.relocations (
  city_id int not null,
  id uuid not null,
  from_scope_code bigint not null,
  to_scope_code bigint not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  moved_count bigint not null default 0,
  requested_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint relocations_pkey primary key (city_id, id)
);
comment on table organization.relocations is 'Rows of other modules that must follow a moved or merged unit; a job carries them out in batches.';
comment on column organization.relocations.city_id is 'City.';
comment on column organization.relocations.id is 'Relocation.';
comment on column organization.relocations.from_scope_code is 'Scope code the rows carried.';
comment on column organization.relocations.to_scope_code is 'Scope code they carry from now on.';
comment on column organization.relocations.from_unit_id is 'Unit they belonged to.';
comment on column organization.relocations.to_unit_id is 'Unit they belong to from now on: the same one after a move, the successor after a merge.';
comment on column organization.relocations.moved_count is 'Rows moved so far.';
comment on column organization.relocations.requested_at is 'When it was asked for.';
comment on column organization.relocations.finished_at is 'When nothing was left to move; null while it is under way.';
create index relocations_open_idx on organization.relocations (city_id, requested_at, id) where finished_at is null;
select platform.declare_table('organization.relocations', 'city-wide', 'select, insert, update');

-- Facts and audit entries keep the code under which they were reported. After a merge posts and rules stay with the closed unit: its history.
create function access.move_rows(p_city int, p_from bigint, p_to bigint, p_from_unit uuid, p_to_unit uuid, p_limit int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v record; v_left int := p_limit; v_count int;
begin
  for v in
    select k.table_name, exists (select 1 from pg_attribute a where a.attrelid = k.table_name::regclass and a.attname = 'unit_id' and not a.attisdropped) as has_unit
      from platform.table_kinds k
     where k.kind in ('scoped', 'two-party') and k.table_name not in ('audit.entries', 'figures.facts')
       and (p_from_unit = p_to_unit or k.table_name not like 'organization.%')
     order by k.table_name
  loop
    execute format('update %1$s set scope_code = $3 %2$s where city_id = $1 and ctid = any (array('
      'select ctid from %1$s where city_id = $1 and scope_code = $2 limit $4))', v.table_name,
      case when v.has_unit and p_from_unit <> p_to_unit then ', unit_id = case when unit_id = $5 then $6 else unit_id end' else '' end)
      using p_city, p_from, p_to, v_left, p_from_unit, p_to_unit;
    get diagnostics v_count = row_count;
    v_left := v_left - v_count;
    exit when v_left <= 0;
  end loop;
  return p_limit - v_left;
end $$;
comment on function access.move_rows is 'Moves at most so many rows of all scoped tables from one scope code (and unit) to another. For the worker role only; 0 when nothing is left.';
revoke execute on function access.move_rows(int, bigint, bigint, uuid, uuid, int) from public;
grant execute on function access.move_rows(int, bigint, bigint, uuid, uuid, int) to xinhuo_worker;
