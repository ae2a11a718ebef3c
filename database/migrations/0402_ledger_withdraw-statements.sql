set local citus.multi_shard_modify_mode = 'sequential';

-- A file of a bank that was taken in for the wrong account, or with its columns mistaken, is taken back: it stays on record without its lines, and the
-- same file may come in anew.
alter table ledger.bank_statements add column withdrawn_by uuid, add column withdrawn_name text, add column withdrawn_at timestamptz(3), add column withdrawn_reason text;
alter table ledger.bank_statements add constraint bank_statements_withdrawn_check
  check ((withdrawn_at is null) = (withdrawn_name is null) and (withdrawn_at is null) = (withdrawn_reason is null) and (withdrawn_by is null or withdrawn_at is not null));
comment on column ledger.bank_statements.withdrawn_by is 'Account that took it back; null while it holds, or where the owner did.';
comment on column ledger.bank_statements.withdrawn_name is 'Name of who took it back, as it was then; null while it holds.';
comment on column ledger.bank_statements.withdrawn_at is 'When it was taken back, its lines with it; null while it holds.';
comment on column ledger.bank_statements.withdrawn_reason is 'Why it was taken back; null while it holds.';
alter table ledger.bank_statements drop constraint bank_statements_file_key;
create unique index bank_statements_file_key on ledger.bank_statements (city_id, account_id, file_hash) where withdrawn_at is null;
grant update (withdrawn_by, withdrawn_name, withdrawn_at, withdrawn_reason) on ledger.bank_statements to xinhuo_app, xinhuo_worker;
grant delete on ledger.bank_lines, ledger.known_layouts to xinhuo_app, xinhuo_worker;
