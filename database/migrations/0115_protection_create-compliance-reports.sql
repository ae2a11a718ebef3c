set local citus.multi_shard_modify_mode = 'sequential';

create table protection.compliance_reports (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  year smallint not null,
  figures jsonb not null,
  counted_on date not null,
  saved_by uuid,
  saved_name text not null,
  created_at timestamptz(3) not null default now(),
  constraint compliance_reports_pkey primary key (city_id, id),
  constraint compliance_reports_unit_key unique (city_id, unit_id, year),
  constraint compliance_reports_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id)
);
comment on table protection.compliance_reports is 'The yearly account of how minors'' data were handled (合规报告), as it was handed in: figures only.';
comment on column protection.compliance_reports.city_id is 'City.';
comment on column protection.compliance_reports.id is 'Report.';
comment on column protection.compliance_reports.scope_code is 'Scope code of the unit.';
comment on column protection.compliance_reports.unit_id is 'Unit whose report it is, all below included.';
comment on column protection.compliance_reports.year is 'Year.';
comment on column protection.compliance_reports.figures is 'The figures as counted on that day.';
comment on column protection.compliance_reports.counted_on is 'Day on which they were counted.';
comment on column protection.compliance_reports.saved_by is 'Account that settled it; null for the system itself.';
comment on column protection.compliance_reports.saved_name is 'Name of who settled it.';
comment on column protection.compliance_reports.created_at is 'When it was settled.';
select platform.declare_table('protection.compliance_reports', 'scoped', 'select, insert');

insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('guardian-officer', 'compliance.read'), ('office', 'compliance.read'), ('audit-admin', 'compliance.read'), ('guardian-officer', 'compliance.settle')
) as given (role_code, permission);
