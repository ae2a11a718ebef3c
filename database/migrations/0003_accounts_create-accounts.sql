set local citus.multi_shard_modify_mode = 'sequential';

create schema accounts;
comment on schema accounts is '账号: who signs in, for which unit, with which rights.';
select platform.declare_schema('accounts');

create table accounts.roles (
  code text constraint roles_pkey primary key,
  name text not null,
  description text not null,
  is_administrator boolean not null default false,
  sort_order int not null
);
comment on table accounts.roles is 'Roles that can be granted.';
comment on column accounts.roles.code is 'Role, e.g. office.';
comment on column accounts.roles.name is 'Chinese name.';
comment on column accounts.roles.description is 'What a person of this role does, one sentence.';
comment on column accounts.roles.is_administrator is 'One of the three administrators: excludes every other role.';
comment on column accounts.roles.sort_order is 'Order in lists.';
select platform.declare_table('accounts.roles', 'city-wide', 'select');

create table accounts.role_permissions (
  role_code text not null constraint role_permissions_role_fkey references accounts.roles (code),
  permission text not null,
  constraint role_permissions_pkey primary key (role_code, permission)
);
comment on table accounts.role_permissions is 'What each role may do: roles × permissions as data.';
comment on column accounts.role_permissions.role_code is 'Role.';
comment on column accounts.role_permissions.permission is 'Permission as named in the modules'' access.ts, e.g. visit.record.';
select platform.declare_table('accounts.role_permissions', 'city-wide', 'select');

create table accounts.accounts (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  sign_in_name text not null,
  person_name text not null,
  phone text,
  volunteer_id uuid,
  status text not null default 'active' constraint accounts_status_check check (status in ('active', 'suspended', 'closed')),
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  constraint accounts_pkey primary key (city_id, id),
  constraint accounts_sign_in_name_key unique (city_id, sign_in_name),
  constraint accounts_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id)
);
comment on table accounts.accounts is 'People who can sign in.';
comment on column accounts.accounts.city_id is 'City.';
comment on column accounts.accounts.id is 'Account.';
comment on column accounts.accounts.scope_code is 'Scope code of the home unit.';
comment on column accounts.accounts.unit_id is 'Home unit: the office that helps with a forgotten password.';
comment on column accounts.accounts.sign_in_name is 'Name typed at sign-in.';
comment on column accounts.accounts.person_name is 'The person''s name.';
comment on column accounts.accounts.phone is 'Telephone; null when not given.';
comment on column accounts.accounts.volunteer_id is 'The volunteer this account belongs to; null for staff.';
comment on column accounts.accounts.status is 'active, suspended (cannot sign in for now) or closed (left).';
comment on column accounts.accounts.version is 'Counts changes; a stale save is refused.';
comment on column accounts.accounts.created_at is 'When the account was made.';
comment on column accounts.accounts.created_by is 'Account that made it; null for the first administrators and the demo.';
create index accounts_scope_idx on accounts.accounts (city_id, scope_code, person_name, id);
create index accounts_volunteer_idx on accounts.accounts (city_id, volunteer_id) where volunteer_id is not null;
select platform.declare_table('accounts.accounts', 'scoped', 'select, insert, update');

create table accounts.credentials (
  city_id int not null,
  account_id uuid not null,
  password_hash text not null,
  must_change boolean not null default true,
  failed_count int not null default 0,
  locked_until timestamptz,
  changed_at timestamptz not null default now(),
  constraint credentials_pkey primary key (city_id, account_id),
  constraint credentials_account_fkey foreign key (city_id, account_id) references accounts.accounts (city_id, id)
);
comment on table accounts.credentials is 'Passwords; reached only by the sign-in functions.';
comment on column accounts.credentials.city_id is 'City.';
comment on column accounts.credentials.account_id is 'Account.';
comment on column accounts.credentials.password_hash is 'argon2id.';
comment on column accounts.credentials.must_change is 'The password was given by someone else and must be changed at the next sign-in.';
comment on column accounts.credentials.failed_count is 'Failures since the last success.';
comment on column accounts.credentials.locked_until is 'No sign-in before this moment; null when not locked.';
comment on column accounts.credentials.changed_at is 'When the password was last set.';
select platform.declare_table('accounts.credentials', 'entry');

create table accounts.grants (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  account_id uuid not null,
  unit_id uuid not null,
  role_code text not null constraint grants_role_fkey references accounts.roles (code),
  from_on date not null,
  until_on date,
  delegated_by uuid,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid,
  constraint grants_pkey primary key (city_id, id),
  constraint grants_account_fkey foreign key (city_id, account_id) references accounts.accounts (city_id, id),
  constraint grants_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id),
  constraint grants_period_check check (until_on is null or until_on >= from_on)
);
comment on table accounts.grants is 'Who acts for which unit (and all below) in which role, from when until when.';
comment on column accounts.grants.city_id is 'City.';
comment on column accounts.grants.id is 'Grant.';
comment on column accounts.grants.scope_code is 'Scope code of the unit.';
comment on column accounts.grants.account_id is 'Account that holds the grant.';
comment on column accounts.grants.unit_id is 'Unit: the grant means this unit and all below.';
comment on column accounts.grants.role_code is 'Role.';
comment on column accounts.grants.from_on is 'First day.';
comment on column accounts.grants.until_on is 'Last day; null while open-ended.';
comment on column accounts.grants.delegated_by is 'Account that delegated its own right for a time; null for a grant of its own.';
comment on column accounts.grants.granted_by is 'Account that gave it; null for the first administrators and the demo.';
comment on column accounts.grants.granted_at is 'When it was given.';
comment on column accounts.grants.revoked_at is 'When it was taken back; null while it stands.';
comment on column accounts.grants.revoked_by is 'Account that took it back; null while it stands.';
create index grants_account_idx on accounts.grants (city_id, account_id);
create index grants_scope_idx on accounts.grants (city_id, scope_code, role_code);
select platform.declare_table('accounts.grants', 'scoped', 'select, insert, update');

create table accounts.sessions (
  city_id int not null,
  token_hash bytea not null,
  id uuid not null,
  account_id uuid not null,
  grant_id uuid not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  idle_seconds int not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  device text not null,
  constraint sessions_pkey primary key (city_id, token_hash),
  constraint sessions_account_fkey foreign key (city_id, account_id) references accounts.accounts (city_id, id)
);
comment on table accounts.sessions is 'Signed-in browsers; reached only by the session functions.';
comment on column accounts.sessions.city_id is 'City.';
comment on column accounts.sessions.token_hash is 'SHA-256 of the random token in the cookie.';
comment on column accounts.sessions.id is 'Name of the session in the device list.';
comment on column accounts.sessions.account_id is 'Account.';
comment on column accounts.sessions.grant_id is 'The grant the person acts under now; can be switched.';
comment on column accounts.sessions.created_at is 'Signed in at.';
comment on column accounts.sessions.last_seen_at is 'Last request, to the minute.';
comment on column accounts.sessions.idle_seconds is 'Ends after this many seconds without a request.';
comment on column accounts.sessions.expires_at is 'Ends at the latest then.';
comment on column accounts.sessions.ended_at is 'Signed out or cut off at; null while open.';
comment on column accounts.sessions.address is 'Address the sign-in came from.';
comment on column accounts.sessions.device is 'Browser as it named itself.';
create index sessions_account_idx on accounts.sessions (city_id, account_id, created_at desc);
select platform.declare_table('accounts.sessions', 'entry');

insert into accounts.roles (code, name, description, is_administrator, sort_order) values
  ('office', '关工委工作人员', '登记组织、五老、关爱对象和走访，查看本单位及下级的统计。', false, 1),
  ('leader', '领导', '查看统计数字及其来源（儿童信息隐去姓名）。', false, 2),
  ('guardian-officer', '未成年人信息负责人', '审批查阅儿童完整档案的申请。', false, 3),
  ('care-worker', '儿童主任', '登记本村（社区）儿童，立案、走访。', false, 4),
  ('volunteer', '五老志愿者', '查看自己结对的孩子，记录走访。', false, 5),
  ('system-admin', '系统管理员', '维护系统运行、行政区划、备份；不能授权，不能看业务档案。', true, 11),
  ('security-admin', '安全管理员', '开设账号、授予权限；不能看业务档案。', true, 12),
  ('audit-admin', '审计管理员', '查看审计记录；不能改动任何数据。', true, 13);
