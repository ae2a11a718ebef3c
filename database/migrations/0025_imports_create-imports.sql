set local citus.multi_shard_modify_mode = 'sequential';

create schema imports;
comment on schema imports is '导入: workbooks on their way into the registers of other modules.';
select platform.declare_schema('imports');

create table imports.imports (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  kind text not null,
  file_name text not null,
  file_key text,
  rows_key text,
  sheet_name text not null,
  header_row int not null,
  header_fingerprint text not null,
  headings jsonb not null,
  mapping jsonb,
  row_count int not null,
  bad_count int,
  created_count int not null default 0,
  undone_count int not null default 0,
  state text not null default 'received' constraint imports_state_check check (state in ('received', 'checked', 'committing', 'committed', 'undone')),
  failure text,
  account_id uuid not null,
  person_name text not null,
  role_code text not null,
  uploaded_at timestamptz not null,
  committed_at timestamptz,
  undone_at timestamptz,
  version int not null default 1,
  constraint imports_pkey primary key (city_id, id),
  constraint imports_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id),
  constraint imports_account_fkey foreign key (city_id, account_id) references accounts.accounts (city_id, id)
);
comment on table imports.imports is 'Workbooks that were uploaded to be imported, and how far each has come.';
comment on column imports.imports.city_id is 'City.';
comment on column imports.imports.id is 'Import.';
comment on column imports.imports.scope_code is 'Scope code of the unit that imports.';
comment on column imports.imports.unit_id is 'Unit that imports.';
comment on column imports.imports.kind is 'What is imported, e.g. volunteers; the module that owns the records registers the kind.';
comment on column imports.imports.file_name is 'Name of the uploaded workbook.';
comment on column imports.imports.file_key is 'The workbook in the sealed store; null after thirty days.';
comment on column imports.imports.rows_key is 'Its rows as read, in the sealed store: values never lie in the database; null after thirty days.';
comment on column imports.imports.sheet_name is 'Sheet that is imported.';
comment on column imports.imports.header_row is 'Row of the headings, from 1.';
comment on column imports.imports.header_fingerprint is 'Hash of kind and headings: the same form of workbook is recognised again.';
comment on column imports.imports.headings is 'Headings of the sheet with their columns.';
comment on column imports.imports.mapping is 'Which column holds which field, as confirmed; null before.';
comment on column imports.imports.row_count is 'Filled rows below the headings.';
comment on column imports.imports.bad_count is 'Rows with a problem; null before the check.';
comment on column imports.imports.created_count is 'Records made.';
comment on column imports.imports.undone_count is 'Records taken back by an undo.';
comment on column imports.imports.state is 'received, checked, committing (in the background), committed, undone.';
comment on column imports.imports.failure is 'Why the last try to commit wrote nothing; null otherwise.';
comment on column imports.imports.account_id is 'Account that imports.';
comment on column imports.imports.person_name is 'Name of that person, as it was.';
comment on column imports.imports.role_code is 'Role under which the person acted.';
comment on column imports.imports.uploaded_at is 'When it was uploaded.';
comment on column imports.imports.committed_at is 'When the records were made; null before.';
comment on column imports.imports.undone_at is 'When it was undone; null unless it was.';
comment on column imports.imports.version is 'Counts changes.';
create index imports_scope_idx on imports.imports (city_id, scope_code, uploaded_at desc, id desc);
create index imports_fingerprint_idx on imports.imports (city_id, unit_id, header_fingerprint, uploaded_at desc) where mapping is not null;
create index imports_files_idx on imports.imports (city_id, uploaded_at) where file_key is not null;
select platform.declare_table('imports.imports', 'scoped', 'select, insert, update');

create table imports.import_rows (
  city_id int not null,
  import_id uuid not null,
  row_number int not null,
  scope_code bigint not null,
  state text not null constraint import_rows_state_check check (state in ('bad', 'created', 'undone', 'kept')),
  problems jsonb,
  record_id uuid,
  record_version int,
  why text,
  constraint import_rows_pkey primary key (city_id, import_id, row_number),
  constraint import_rows_import_fkey foreign key (city_id, import_id) references imports.imports (city_id, id),
  constraint import_rows_record_check check ((state = 'bad') = (record_id is null))
);
comment on table imports.import_rows is 'What became of each row of a workbook that was bad or made a record; the values themselves are not here.';
comment on column imports.import_rows.city_id is 'City.';
comment on column imports.import_rows.import_id is 'Import.';
comment on column imports.import_rows.row_number is 'Row as the user sees it, from 1.';
comment on column imports.import_rows.scope_code is 'Scope code of the unit that imports.';
comment on column imports.import_rows.state is 'bad, created, undone, or kept (an undo left it).';
comment on column imports.import_rows.problems is 'What is wrong, field by field, without the values; null where nothing is.';
comment on column imports.import_rows.record_id is 'Record it made; null for a bad row.';
comment on column imports.import_rows.record_version is 'Version of the record when it was made; null for a bad row.';
comment on column imports.import_rows.why is 'Why an undo left it; null otherwise.';
create index import_rows_state_idx on imports.import_rows (city_id, import_id, state, row_number);
select platform.declare_table('imports.import_rows', 'scoped', 'select, insert, update, delete');
