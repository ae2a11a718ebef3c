set local citus.multi_shard_modify_mode = 'sequential';
-- The key of a file is wrapped for the row that holds it, so that a new master key finds it like any other.
alter table ledger.archive_parts add column id uuid not null default gen_random_uuid();
alter table ledger.archive_parts alter column id drop default;
alter table ledger.archive_parts add constraint archive_parts_id_key unique (city_id, id);
comment on column ledger.archive_parts.id is 'Identity, for which the key of the file is wrapped.';
