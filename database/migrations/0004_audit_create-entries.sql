set local citus.multi_shard_modify_mode = 'sequential';

create schema audit;
comment on schema audit is '审计: what was done and read, by whom and why; the same rows feed background jobs.';
select platform.declare_schema('audit');

create sequence audit.entry_positions;
grant usage on sequence audit.entry_positions to xinhuo_app, xinhuo_worker;

create table audit.entries (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  epoch int not null,
  tx bigint not null default (pg_current_xact_id()::text::bigint),
  position bigint not null default nextval('audit.entry_positions'),
  at timestamptz not null default now(),
  verb text not null,
  subject_kind text not null,
  subject_id uuid,
  account_id uuid,
  person_name text,
  unit_id uuid,
  role_code text,
  reason text,
  request_id text,
  address text,
  details jsonb,
  sealed_details bytea,
  sealed_person_id uuid,
  constraint entries_pkey primary key (city_id, id)
);
comment on table audit.entries is 'One row per write and per read of a child''s file. Append-only by privilege; also the outbox.';
comment on column audit.entries.city_id is 'City.';
comment on column audit.entries.id is 'Entry; the key under which jobs see it once.';
comment on column audit.entries.scope_code is 'Scope code of the subject, or of the acting unit where there is none.';
comment on column audit.entries.epoch is 'Restore count of the installation, first part of the order.';
comment on column audit.entries.tx is 'Transaction number, second part of the order: rows below the oldest running transaction are settled.';
comment on column audit.entries.position is 'Order within a transaction, third part.';
comment on column audit.entries.at is 'When.';
comment on column audit.entries.verb is 'What happened: noun.past, e.g. visit.recorded.';
comment on column audit.entries.subject_kind is 'Kind of record.';
comment on column audit.entries.subject_id is 'Record; null where the entry is about no single one.';
comment on column audit.entries.account_id is 'Who; null for the system itself.';
comment on column audit.entries.person_name is 'Name of who, as it was then; null for the system itself.';
comment on column audit.entries.unit_id is 'Unit the person acted for; null for the system itself.';
comment on column audit.entries.role_code is 'Role under which the person acted; null for the system itself.';
comment on column audit.entries.reason is 'Why, where a reason is asked; null otherwise.';
comment on column audit.entries.request_id is 'Request, to find the log lines; null for the system itself.';
comment on column audit.entries.address is 'Address the request came from; null for the system itself.';
comment on column audit.entries.details is 'Before and after of changed fields without personal ones, and what jobs need; null where there is nothing.';
comment on column audit.entries.sealed_details is 'Before and after of personal fields, encrypted under the person''s key; null where there are none.';
comment on column audit.entries.sealed_person_id is 'Person whose key opens sealed_details; null where there are none.';
create index entries_order_idx on audit.entries (city_id, epoch, tx, position);
create index entries_subject_idx on audit.entries (city_id, subject_id, at desc);
create index entries_account_idx on audit.entries (city_id, account_id, at desc);
create index entries_scope_idx on audit.entries (city_id, scope_code, at desc, id desc);
select platform.declare_table('audit.entries', 'scoped', 'select, insert');

create table audit.seals (
  city_id int not null,
  seq bigint not null,
  entry_id uuid not null,
  algorithm text not null,
  hash bytea not null,
  sealed_at timestamptz not null default now(),
  constraint seals_pkey primary key (city_id, seq),
  constraint seals_entry_key unique (city_id, entry_id)
);
comment on table audit.seals is 'The hash chain over the entries, written by the sealer only.';
comment on column audit.seals.city_id is 'City.';
comment on column audit.seals.seq is 'Place in the chain, gapless from 1.';
comment on column audit.seals.entry_id is 'Entry.';
comment on column audit.seals.algorithm is 'sha256 or sm3.';
comment on column audit.seals.hash is 'Hash over the hash before and the entry.';
comment on column audit.seals.sealed_at is 'When.';
select platform.declare_table('audit.seals', 'city-wide');
grant select on audit.seals to xinhuo_app, xinhuo_worker;
grant insert on audit.seals to xinhuo_worker;

create table audit.watermarks (
  city_id int not null,
  reader text not null,
  epoch int not null,
  tx bigint not null,
  position bigint not null,
  constraint watermarks_pkey primary key (city_id, reader)
);
comment on table audit.watermarks is 'How far each reader of an ordered log has come.';
comment on column audit.watermarks.city_id is 'City.';
comment on column audit.watermarks.reader is 'sealer, relay, figures, …';
comment on column audit.watermarks.epoch is 'Epoch of the last row read.';
comment on column audit.watermarks.tx is 'Transaction number of the last row read.';
comment on column audit.watermarks.position is 'Position of the last row read.';
select platform.declare_table('audit.watermarks', 'city-wide');
grant select on audit.watermarks to xinhuo_app, xinhuo_worker;
grant insert, update on audit.watermarks to xinhuo_worker;
