set local citus.multi_shard_modify_mode = 'sequential';

-- Everything here is derived from figures.facts and can be built anew from it; only the worker writes it.
create table figures.rollups (
  city_id int not null,
  scope_code bigint not null,
  measure text not null,
  period int not null,
  count bigint not null,
  total bigint not null,
  constraint rollups_pkey primary key (city_id, scope_code, measure, period)
);
comment on table figures.rollups is 'Facts added up for a unit and all below it, folded by one job; a read adds the facts that came after.';
comment on column figures.rollups.city_id is 'City.';
comment on column figures.rollups.scope_code is 'First scope code of the unit that is added up with all below it.';
comment on column figures.rollups.measure is 'What is counted.';
comment on column figures.rollups.period is 'Month as 202603, or whole year as 202600.';
comment on column figures.rollups.count is 'Sum of the signs of the facts of the period.';
comment on column figures.rollups.total is 'Sum of sign times value.';
select platform.declare_table('figures.rollups', 'scoped', 'select');
grant insert, update on figures.rollups to xinhuo_worker;

create table figures.presences (
  city_id int not null,
  scope_code bigint not null,
  measure text not null,
  period int not null,
  subject_id uuid not null,
  net int not null,
  constraint presences_pkey primary key (city_id, scope_code, measure, period, subject_id)
);
comment on table figures.presences is 'Who was counted in a period: distinct people do not add up over months or units. Kept for counties and cities; below, facts are counted live.';
comment on column figures.presences.city_id is 'City.';
comment on column figures.presences.scope_code is 'First scope code of the county or city.';
comment on column figures.presences.measure is 'What is counted.';
comment on column figures.presences.period is 'Month as 202603, whole year as 202600; 0 for a stock, whose facts of all days are netted.';
comment on column figures.presences.subject_id is 'Child, volunteer or unit that is counted once.';
comment on column figures.presences.net is 'Sum of the signs; the subject is counted while it is above zero.';
select platform.declare_table('figures.presences', 'scoped', 'select');
grant insert, update on figures.presences to xinhuo_worker;

create table figures.presence_counts (
  city_id int not null,
  scope_code bigint not null,
  measure text not null,
  period int not null,
  count bigint not null,
  constraint presence_counts_pkey primary key (city_id, scope_code, measure, period)
);
comment on table figures.presence_counts is 'Number of presences above zero, so that a year of a city is one row.';
comment on column figures.presence_counts.city_id is 'City.';
comment on column figures.presence_counts.scope_code is 'First scope code of the county or city.';
comment on column figures.presence_counts.measure is 'What is counted.';
comment on column figures.presence_counts.period is 'As in presences.';
comment on column figures.presence_counts.count is 'Distinct subjects.';
select platform.declare_table('figures.presence_counts', 'scoped', 'select');
grant insert, update on figures.presence_counts to xinhuo_worker;

create index facts_subject_idx on figures.facts (city_id, measure, subject_id, happened_on desc, id desc) where subject_id is not null;
