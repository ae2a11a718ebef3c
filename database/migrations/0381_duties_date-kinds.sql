set local citus.multi_shard_modify_mode = 'sequential';

-- A year is judged by what the body was in it: the kind has a first day, and the paper that says so.
create table duties.body_kinds (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  kind text not null constraint body_kinds_kind_check check (kind in ('public-foundation', 'public-society', 'foundation', 'society')),
  from_on date not null,
  source text not null,
  recorded_by uuid,
  recorded_name text not null,
  recorded_at timestamptz(3) not null,
  withdrawn_on date,
  withdrawn_reason text,
  withdrawn_name text,
  constraint body_kinds_pkey primary key (city_id, id),
  constraint body_kinds_withdrawn_check check ((withdrawn_on is null) = (withdrawn_reason is null) and (withdrawn_on is null) = (withdrawn_name is null))
);
comment on table duties.body_kinds is 'What the law takes the holder of a set of books for, from a day on; before the first it follows from the books. Withdrawn where recorded wrongly.';
comment on column duties.body_kinds.city_id is 'City.';
comment on column duties.body_kinds.id is 'Entry.';
comment on column duties.body_kinds.scope_code is 'Scope code of the books.';
comment on column duties.body_kinds.book_id is 'Set of books of the body.';
comment on column duties.body_kinds.kind is 'Kind of body, as in ratio_rules.';
comment on column duties.body_kinds.from_on is 'First day on which it counts, until another one begins.';
comment on column duties.body_kinds.source is 'Paper it was read from.';
comment on column duties.body_kinds.recorded_by is 'Account that recorded it; null where the owner loaded it.';
comment on column duties.body_kinds.recorded_name is 'Name of who recorded it, as it was then.';
comment on column duties.body_kinds.recorded_at is 'When.';
comment on column duties.body_kinds.withdrawn_on is 'Day on which it was withdrawn as recorded wrongly; null while it counts.';
comment on column duties.body_kinds.withdrawn_reason is 'Why; null while it counts.';
comment on column duties.body_kinds.withdrawn_name is 'Name of who withdrew it, as it was then; null while it counts.';
create unique index body_kinds_from_key on duties.body_kinds (city_id, book_id, from_on) where withdrawn_on is null;
select platform.declare_table('duties.body_kinds', 'scoped', 'select, insert');
grant update (withdrawn_on, withdrawn_reason, withdrawn_name) on duties.body_kinds to xinhuo_app, xinhuo_worker;

-- What was said without a day counted for every year, and still does until somebody dates it.
insert into duties.body_kinds (city_id, id, scope_code, book_id, kind, from_on, source, recorded_name, recorded_at)
  select b.city_id, b.id, b.scope_code, b.id, b.kind, '2000-01-01', '以前登记的单位性质，没有写明从哪天起、依据什么', b.updated_name, b.updated_at from duties.bodies b;
alter table duties.bodies drop column kind;
comment on table duties.bodies is 'What identifies the holder of a set of books, where somebody said so.';
