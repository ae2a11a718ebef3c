set local citus.multi_shard_modify_mode = 'sequential';

create table figures.closings (
  city_id int not null,
  id uuid not null,
  month date not null constraint closings_month_check check (extract(day from month) = 1),
  epoch int not null,
  snapshot text not null default (pg_current_snapshot()::text),
  closed_at timestamptz not null default now(),
  closed_by uuid not null,
  closed_by_name text not null,
  reopened_at timestamptz,
  reopened_by_name text,
  reopening_reason text,
  constraint closings_pkey primary key (city_id, id),
  constraint closings_reopened_check check ((reopened_at is null) = (reopening_reason is null) and (reopened_at is null) = (reopened_by_name is null))
);
comment on table figures.closings is 'Months whose figures were reported; what is recorded for them afterwards is a dated correction.';
comment on column figures.closings.city_id is 'City.';
comment on column figures.closings.id is 'Closing.';
comment on column figures.closings.month is 'First day of the closed month.';
comment on column figures.closings.epoch is 'Restore count at the closing: facts of a later epoch came after it.';
comment on column figures.closings.snapshot is 'Transactions the closing saw: a fact of any other one came after it, to the last concurrent writer.';
comment on column figures.closings.closed_at is 'When the month was closed.';
comment on column figures.closings.closed_by is 'Account that closed it.';
comment on column figures.closings.closed_by_name is 'Name of that person at the time.';
comment on column figures.closings.reopened_at is 'When the closing was lifted; null while it holds.';
comment on column figures.closings.reopened_by_name is 'Who lifted it; null while it holds.';
comment on column figures.closings.reopening_reason is 'Why it was lifted; null while it holds.';
create unique index closings_month_key on figures.closings (city_id, month) where reopened_at is null;
select platform.declare_table('figures.closings', 'city-wide', 'select, insert, update');

create table figures.corrections (
  city_id int not null,
  fact_id uuid not null,
  scope_code bigint not null,
  measure text not null,
  happened_on date not null,
  constraint corrections_pkey primary key (city_id, fact_id)
);
comment on table figures.corrections is 'Facts that some closing of their month or a later one did not see, noted while folding; whether one still is a correction is asked of the closings.';
comment on column figures.corrections.city_id is 'City.';
comment on column figures.corrections.fact_id is 'The fact.';
comment on column figures.corrections.scope_code is 'Scope code of the fact.';
comment on column figures.corrections.measure is 'Measure of the fact.';
comment on column figures.corrections.happened_on is 'Day of the fact.';
create index corrections_scope_idx on figures.corrections (city_id, scope_code, measure, happened_on);
select platform.declare_table('figures.corrections', 'scoped', 'select');
grant insert on figures.corrections to xinhuo_worker;
