set local citus.multi_shard_modify_mode = 'sequential';

create table protection.unusual_accesses (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  rule text not null constraint unusual_accesses_rule_check check (rule in ('many-files', 'many-cards', 'many-towns', 'night', 'other-town', 'emergency', 'after-end')),
  account_id uuid not null,
  person_name text not null,
  happened_on date not null,
  count int not null,
  entry_ids uuid[] not null,
  child_ids uuid[] not null,
  due_on date not null,
  status text not null default 'open' constraint unusual_accesses_status_check check (status in ('open', 'justified', 'unjustified')),
  explanation text,
  decided_by uuid,
  decided_name text,
  decided_at timestamptz(3),
  incident_id uuid,
  created_at timestamptz(3) not null default now(),
  version int not null default 1,
  constraint unusual_accesses_pkey primary key (city_id, id),
  constraint unusual_accesses_day_key unique (city_id, rule, account_id, unit_id, happened_on),
  constraint unusual_accesses_incident_fkey foreign key (city_id, incident_id) references protection.incidents (city_id, id),
  constraint unusual_accesses_decided_check check ((status = 'open') = (decided_at is null) and (decided_at is null) = (explanation is null)),
  constraint unusual_accesses_unjustified_check check ((status = 'unjustified') = (incident_id is not null))
);
comment on table protection.unusual_accesses is 'Reading that a rule finds out of the ordinary (异常访问): one row for each rule, reader and day, judged by the responsible person.';
comment on column protection.unusual_accesses.city_id is 'City.';
comment on column protection.unusual_accesses.id is 'Row.';
comment on column protection.unusual_accesses.scope_code is 'Scope code of the unit for which the reader acted.';
comment on column protection.unusual_accesses.unit_id is 'Unit for which the reader acted.';
comment on column protection.unusual_accesses.rule is 'Rule that found it.';
comment on column protection.unusual_accesses.account_id is 'Account that read.';
comment on column protection.unusual_accesses.person_name is 'Name of the reader, as it was then.';
comment on column protection.unusual_accesses.happened_on is 'Day of the reading.';
comment on column protection.unusual_accesses.count is 'What the rule counted: files, cards, towns or readings.';
comment on column protection.unusual_accesses.entry_ids is 'Audit entries it was found in; none where only cards were counted.';
comment on column protection.unusual_accesses.child_ids is 'Children whose data were read.';
comment on column protection.unusual_accesses.due_on is 'Day by which it is to be judged, by the limit that held.';
comment on column protection.unusual_accesses.status is 'open, justified or unjustified.';
comment on column protection.unusual_accesses.explanation is 'What the reader said and was found; null while open.';
comment on column protection.unusual_accesses.decided_by is 'Account that judged; null while open.';
comment on column protection.unusual_accesses.decided_name is 'Name of who judged; null while open.';
comment on column protection.unusual_accesses.decided_at is 'When it was judged; null while open.';
comment on column protection.unusual_accesses.incident_id is 'Incident that an unjustified one became; null otherwise.';
comment on column protection.unusual_accesses.created_at is 'When it was found.';
comment on column protection.unusual_accesses.version is 'Counts changes; a stale save is refused.';
create index unusual_accesses_scope_idx on protection.unusual_accesses (city_id, scope_code, created_at desc, id desc) include (status);
select platform.declare_table('protection.unusual_accesses', 'scoped', 'select, insert, update');

insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('guardian-officer', 'unusual-access.read'), ('audit-admin', 'unusual-access.read'), ('guardian-officer', 'unusual-access.decide')
) as given (role_code, permission);
