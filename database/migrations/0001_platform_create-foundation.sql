set local citus.multi_shard_modify_mode = 'sequential';

-- The ground every module stands on: how a table is declared, and the few tables that know no domain word.
create schema platform;
comment on schema platform is 'The ground every module stands on; knows no domain word.';
grant usage on schema platform to xinhuo_app, xinhuo_worker;

create table platform.table_kinds (
  table_name text constraint table_kinds_pkey primary key,
  kind text not null constraint table_kinds_kind_check check (kind in ('scoped', 'two-party', 'city-wide', 'entry', 'public')),
  distribution text not null constraint table_kinds_distribution_check check (distribution in ('city', 'reference', 'local'))
);
comment on table platform.table_kinds is 'Which of the five kinds each table is; tests walk the catalogue against it.';
comment on column platform.table_kinds.table_name is 'Schema and name of the table.';
comment on column platform.table_kinds.kind is 'scoped, two-party, city-wide, entry or public: decides the policy.';
comment on column platform.table_kinds.distribution is 'Citus class: city (sharded by city_id), reference (copied everywhere) or local.';

create function platform.app_distribute(p_table regclass, p_class text) returns void language plpgsql as $$
begin
  if not exists (select 1 from pg_extension where extname = 'citus') then return; end if;
  if p_class = 'city' then execute format('select create_distributed_table(%L, ''city_id'')', p_table);
  elsif p_class = 'reference' then execute format('select create_reference_table(%L)', p_table);
  end if;
end $$;
comment on function platform.app_distribute is 'Distributes a table on Citus; does nothing on plain PostgreSQL.';

create function platform.declare_schema(p_schema text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema %I to xinhuo_app, xinhuo_worker', p_schema);
end $$;
comment on function platform.declare_schema is 'Opens a module''s schema to the two application roles; its tables stay closed until declared.';

-- Policies use columns and settings only: a sub-select or a row function there costs every list its index.
create function platform.declare_table(p_table text, p_kind text, p_rights text default '') returns void language plpgsql as $$
declare
  v_city boolean;
  v_in_city constant text := 'city_id = current_setting(''app.city_id'')::int';
  v_in_scope constant text := 'city_id = current_setting(''app.city_id'')::int'
    ' and scope_code >= current_setting(''app.scope_lo'')::bigint and scope_code <= current_setting(''app.scope_hi'')::bigint';
begin
  select exists (select 1 from pg_attribute where attrelid = p_table::regclass and attname = 'city_id' and not attisdropped) into v_city;
  insert into platform.table_kinds values (p_table, p_kind, case when v_city then 'city' else 'reference' end);
  perform platform.app_distribute(p_table::regclass, case when v_city then 'city' else 'reference' end);
  execute format('alter table %s enable row level security', p_table);
  if p_kind in ('scoped', 'two-party') then
    execute format('create policy in_scope on %s to xinhuo_app using (%s) with check (%s)', p_table, v_in_scope, v_in_scope);
    -- Jobs always act for the whole city; a range over all of it would only make the planner expect a two-hundredth of the rows.
    execute format('create policy in_city on %s to xinhuo_worker using (%s) with check (%s)', p_table, v_in_city, v_in_city);
  elsif p_kind = 'city-wide' and v_city then
    execute format('create policy in_city on %s to xinhuo_app, xinhuo_worker using (%s) with check (%s)', p_table, v_in_city, v_in_city);
  elsif p_kind = 'city-wide' then
    execute format('create policy readable on %s for select to xinhuo_app, xinhuo_worker using (true)', p_table);
  elsif p_kind = 'public' then
    execute format('create policy readable on %s for select to xinhuo_app, xinhuo_worker using (true)', p_table);
    execute format('create policy written_in_city on %s to xinhuo_app, xinhuo_worker using (%s) with check (%s)', p_table, v_in_city, v_in_city);
  end if;
  if p_rights <> '' then execute format('grant %s on %s to xinhuo_app, xinhuo_worker', p_rights, p_table); end if;
end $$;
comment on function platform.declare_table is 'Registers a table as one of the five kinds, enables row-level security with the policy of its kind and grants the listed rights.';

select platform.declare_table('platform.table_kinds', 'city-wide', 'select');

create table platform.installation (
  only_one boolean default true constraint installation_pkey primary key constraint installation_only_one_check check (only_one),
  id uuid not null,
  epoch int not null default 1,
  created_at timestamptz not null default now(),
  restored_from uuid
);
comment on table platform.installation is 'What this database is: one row.';
comment on column platform.installation.only_one is 'Always true; keeps the table at one row.';
comment on column platform.installation.id is 'Identity of the installation, new after a restore.';
comment on column platform.installation.epoch is 'Counts restores: transaction numbers start anew in another cluster, so log positions are ordered by epoch first.';
comment on column platform.installation.created_at is 'When the database was first migrated.';
comment on column platform.installation.restored_from is 'Installation whose backup this is; null when it was never restored.';
select platform.declare_table('platform.installation', 'city-wide', 'select');
insert into platform.installation (id) values (gen_random_uuid());

create table platform.settings (
  city_id int not null,
  name text not null,
  valid_from date not null default '0001-01-01',
  value jsonb not null,
  source text not null,
  constraint settings_pkey primary key (city_id, name, valid_from)
);
comment on table platform.settings is 'Dated values that a city may change: the one with the latest valid_from not after the day in question holds.';
comment on column platform.settings.city_id is 'City.';
comment on column platform.settings.name is 'Name of the setting, e.g. figures.appraisal-first-month.';
comment on column platform.settings.valid_from is 'First day on which the value holds.';
comment on column platform.settings.value is 'The value.';
comment on column platform.settings.source is 'Who or which rule says so.';
select platform.declare_table('platform.settings', 'city-wide', 'select, insert, update');

create table platform.idempotency_keys (
  city_id int not null,
  account_id uuid not null,
  key text not null,
  request_hash bytea not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  constraint idempotency_keys_pkey primary key (city_id, account_id, key)
);
comment on table platform.idempotency_keys is 'Answers already given: a repeated request with the same key gets the first answer, with another body it is refused.';
comment on column platform.idempotency_keys.city_id is 'City.';
comment on column platform.idempotency_keys.account_id is 'Account that sent the request; keys of different accounts never meet.';
comment on column platform.idempotency_keys.key is 'The Idempotency-Key header.';
comment on column platform.idempotency_keys.request_hash is 'SHA-256 of operation and input.';
comment on column platform.idempotency_keys.answer is 'The first answer; operations with personal data in the answer keep only the id.';
comment on column platform.idempotency_keys.created_at is 'When the first request was answered; old keys are removed by a job.';
create index idempotency_keys_created_at_idx on platform.idempotency_keys (city_id, created_at);
select platform.declare_table('platform.idempotency_keys', 'city-wide', 'select, insert, delete');
