set local citus.multi_shard_modify_mode = 'sequential';

create schema figures;
comment on schema figures is '统计: facts, the figures counted from them, reports.';
select platform.declare_schema('figures');

create sequence figures.fact_positions;
grant usage on sequence figures.fact_positions to xinhuo_app, xinhuo_worker;

create table figures.facts (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  measure text not null,
  happened_on date not null,
  sign smallint not null default 1 constraint facts_sign_check check (sign in (1, -1)),
  value bigint not null default 1,
  record_kind text not null,
  record_id uuid not null,
  subject_id uuid,
  label text not null,
  ends_id uuid,
  epoch int not null,
  tx bigint not null default (pg_current_xact_id()::text::bigint),
  position bigint not null default nextval('figures.fact_positions'),
  recorded_at timestamptz not null default now(),
  constraint facts_pkey primary key (city_id, id),
  constraint facts_ends_check check ((sign = -1) = (ends_id is not null))
);
comment on table figures.facts is 'One row per countable occurrence, appended by the command that made it; a correction appends the mirrored row. Every figure is counted from here.';
comment on column figures.facts.city_id is 'City.';
comment on column figures.facts.id is 'Fact.';
comment on column figures.facts.scope_code is 'Scope code of the unit as reported: stays when the unit moves.';
comment on column figures.facts.unit_id is 'Unit as reported.';
comment on column figures.facts.measure is 'What is counted, e.g. visit.made.';
comment on column figures.facts.happened_on is 'Day it happened, or the day from which a stock has or lost the record.';
comment on column figures.facts.sign is '1 for the fact, -1 for the one that takes it back or ends it.';
comment on column figures.facts.value is 'Amount for sums (minutes, fen); 1 otherwise.';
comment on column figures.facts.record_kind is 'Kind of the record that is counted.';
comment on column figures.facts.record_id is 'The record that is counted.';
comment on column figures.facts.subject_id is 'Whom distinct counts count (child, volunteer, unit); null where nobody is counted.';
comment on column figures.facts.label is 'How the row reads in a drill-down; masked, never a child''s name.';
comment on column figures.facts.ends_id is 'The fact this one takes back: on the same day for a correction, on a later day for the end of a stock; null for the fact itself.';
comment on column figures.facts.epoch is 'Restore count of the installation, first part of the order.';
comment on column figures.facts.tx is 'Transaction number, second part of the order.';
comment on column figures.facts.position is 'Order within a transaction, third part.';
comment on column figures.facts.recorded_at is 'When the fact was recorded: a correction of a closed month shows by it.';
-- A fact is taken back at most once; few are, so the index holds only those.
create unique index facts_ends_key on figures.facts (city_id, ends_id) where ends_id is not null;
create index facts_day_idx on figures.facts (city_id, measure, happened_on desc, id desc) include (scope_code, sign);
create index facts_scope_idx on figures.facts (city_id, measure, scope_code, happened_on);
create index facts_record_idx on figures.facts (city_id, record_id);
create index facts_order_idx on figures.facts (city_id, epoch, tx, position);
select platform.declare_table('figures.facts', 'scoped', 'select, insert');
