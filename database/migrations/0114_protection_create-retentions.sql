set local citus.multi_shard_modify_mode = 'sequential';

create table protection.retentions (
  city_id int not null,
  child_id uuid not null,
  scope_code bigint not null,
  closed_on date not null,
  keep_until date not null,
  rule_version int not null,
  created_at timestamptz(3) not null default now(),
  constraint retentions_pkey primary key (city_id, child_id)
);
comment on table protection.retentions is 'Until when the closed file of a child must be kept (保存期限); from the day after it is due for erasure.';
comment on column protection.retentions.city_id is 'City.';
comment on column protection.retentions.child_id is 'Child.';
comment on column protection.retentions.scope_code is 'Scope code of the child''s unit.';
comment on column protection.retentions.closed_on is 'Day the file was closed.';
comment on column protection.retentions.keep_until is 'Last day of keeping: some years after the later of adulthood and closing, rounded to a month so that it tells no birthday.';
comment on column protection.retentions.rule_version is 'Version of the retention rule it was set by.';
comment on column protection.retentions.created_at is 'When it was set.';
create index retentions_due_idx on protection.retentions (city_id, keep_until, child_id);
create index retentions_scope_idx on protection.retentions (city_id, scope_code, keep_until, child_id);
select platform.declare_table('protection.retentions', 'scoped', 'select, insert, update');

insert into accounts.role_permissions (role_code, permission) values ('guardian-officer', 'retention.read'), ('audit-admin', 'erasure.read'), ('guardian-officer', 'erasure.read');
