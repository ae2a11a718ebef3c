set local citus.multi_shard_modify_mode = 'sequential';

alter table imports.import_rows add column before jsonb;
comment on column imports.import_rows.before is 'What the record was before, where the row changed one that stood already; null where it made one or was bad.';

alter table imports.imports add column changed_count int not null default 0;
comment on column imports.imports.changed_count is 'Records that stood already and were changed.';
comment on column imports.imports.undone_count is 'Records taken back or set back by an undo.';
