set local citus.multi_shard_modify_mode = 'sequential';

create table protection.incidents (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  kind text not null constraint incidents_kind_check check (kind in ('leak', 'loss', 'tampering', 'misuse')),
  title text not null,
  found_at timestamptz(3) not null,
  fields text[] not null,
  children_count int not null constraint incidents_children_count_check check (children_count between 0 and 1000000),
  cause text not null,
  measures text not null default '',
  authority_name text,
  authority_told_at timestamptz(3),
  authority_due_at timestamptz(3) not null,
  guardians_told_at timestamptz(3),
  guardians_note text,
  guardians_due_at timestamptz(3) not null,
  status text not null default 'open' constraint incidents_status_check check (status in ('open', 'closed')),
  closing_note text,
  closed_at timestamptz(3),
  closed_name text,
  recorded_by uuid,
  recorded_name text not null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version int not null default 1,
  constraint incidents_pkey primary key (city_id, id),
  constraint incidents_authority_check check ((authority_name is null) = (authority_told_at is null)),
  constraint incidents_closed_check check ((status = 'closed') = (closed_at is not null) and (closed_at is null) = (closing_note is null))
);
comment on table protection.incidents is 'Data of children were lost, changed, or seen by somebody who should not (信息安全事件). No child is named here.';
comment on column protection.incidents.city_id is 'City.';
comment on column protection.incidents.id is 'Incident.';
comment on column protection.incidents.scope_code is 'Scope code of the unit where it happened.';
comment on column protection.incidents.unit_id is 'Unit where it happened.';
comment on column protection.incidents.kind is 'leak, loss, tampering or misuse.';
comment on column protection.incidents.title is 'What happened, in one line.';
comment on column protection.incidents.found_at is 'When it was found; the time limits run from here.';
comment on column protection.incidents.fields is 'Which fields of a file it touched.';
comment on column protection.incidents.children_count is 'How many children are concerned, as far as is known.';
comment on column protection.incidents.cause is 'How it came about.';
comment on column protection.incidents.measures is 'What was done about it.';
comment on column protection.incidents.authority_name is 'Which authority was told; null until then.';
comment on column protection.incidents.authority_told_at is 'When the authority was told; null until then.';
comment on column protection.incidents.authority_due_at is 'Until when the authority is to be told, by the limit that held.';
comment on column protection.incidents.guardians_told_at is 'When the guardians were told; null until then.';
comment on column protection.incidents.guardians_note is 'How they were told, or why it was not needed; null until then.';
comment on column protection.incidents.guardians_due_at is 'Until when the guardians are to be told, by the limit that held.';
comment on column protection.incidents.status is 'open or closed.';
comment on column protection.incidents.closing_note is 'With what result it was closed; null while open.';
comment on column protection.incidents.closed_at is 'When it was closed; null while open.';
comment on column protection.incidents.closed_name is 'Who closed it; null while open.';
comment on column protection.incidents.recorded_by is 'Account that recorded it; null for the system itself.';
comment on column protection.incidents.recorded_name is 'Name of who recorded it.';
comment on column protection.incidents.created_at is 'When it was recorded.';
comment on column protection.incidents.updated_at is 'When it last changed.';
comment on column protection.incidents.version is 'Counts changes; a stale save is refused.';
create index incidents_scope_idx on protection.incidents (city_id, scope_code, created_at desc, id desc) include (status);
create index incidents_open_idx on protection.incidents (city_id, found_at) where status = 'open';
select platform.declare_table('protection.incidents', 'scoped', 'select, insert, update');

create table protection.incident_children (
  city_id int not null,
  incident_id uuid not null,
  child_id uuid not null,
  scope_code bigint not null,
  constraint incident_children_pkey primary key (city_id, incident_id, child_id),
  constraint incident_children_incident_fkey foreign key (city_id, incident_id) references protection.incidents (city_id, id)
);
comment on table protection.incident_children is 'Children that an incident concerns, as far as they are known.';
comment on column protection.incident_children.city_id is 'City.';
comment on column protection.incident_children.incident_id is 'Incident.';
comment on column protection.incident_children.child_id is 'Child.';
comment on column protection.incident_children.scope_code is 'Scope code of the unit where it happened.';
create index incident_children_child_idx on protection.incident_children (city_id, child_id);
select platform.declare_table('protection.incident_children', 'scoped', 'select, insert');

insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'incident.record'), ('guardian-officer', 'incident.record'), ('guardian-officer', 'incident.close'),
  ('office', 'incident.read'), ('guardian-officer', 'incident.read'), ('audit-admin', 'incident.read')
) as given (role_code, permission);
