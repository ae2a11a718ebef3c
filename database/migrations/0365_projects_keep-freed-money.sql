set local citus.multi_shard_modify_mode = 'sequential';

-- What an accountant releases in the ledger by hand, such as before a year is closed, is still meant for its project: it is reserved anew from there.
alter table projects.project_sources add column freed_fen bigint not null default 0 constraint project_sources_freed_check check (freed_fen >= 0);
comment on column projects.project_sources.freed_fen is 'What was reserved for the project and released in the ledger by hand, or expired, and is not reserved anew yet, in fen.';
