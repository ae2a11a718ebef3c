set local citus.multi_shard_modify_mode = 'sequential';

create table ledger.archives (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  month int not null constraint archives_month_check check (month between 200001 and 209912 and month % 100 between 1 and 12),
  status text not null constraint archives_status_check check (status in ('making', 'ready', 'failed')),
  made_by uuid,
  made_name text not null,
  made_at timestamptz(3) not null,
  ready_at timestamptz(3),
  failure text,
  constraint archives_pkey primary key (city_id, id),
  constraint archives_book_fkey foreign key (city_id, book_id) references ledger.books (city_id, id),
  constraint archives_ready_check check ((status = 'ready') = (ready_at is not null) and (status = 'failed') = (failure is not null))
);
comment on table ledger.archives is 'Vouchers and books of a closed month as numbered pages, to keep and to print.';
comment on column ledger.archives.city_id is 'City.';
comment on column ledger.archives.id is 'Archive.';
comment on column ledger.archives.scope_code is 'Scope code of the books.';
comment on column ledger.archives.book_id is 'Set of books.';
comment on column ledger.archives.month is 'Month, as 202603.';
comment on column ledger.archives.status is 'making, ready or failed.';
comment on column ledger.archives.made_by is 'Account that asked for it; null where the owner loaded it.';
comment on column ledger.archives.made_name is 'Name of who asked for it, as it was then.';
comment on column ledger.archives.made_at is 'When it was asked for.';
comment on column ledger.archives.ready_at is 'When the last part was there; null until then.';
comment on column ledger.archives.failure is 'Why it could not be made; null unless it failed.';
create index archives_month_idx on ledger.archives (city_id, book_id, month, made_at);
select platform.declare_table('ledger.archives', 'scoped', 'select, insert, update');

create table ledger.archive_parts (
  city_id int not null,
  archive_id uuid not null,
  seq int not null,
  scope_code bigint not null,
  kind text not null constraint archive_parts_kind_check check (kind in ('vouchers', 'trial-balance', 'general-ledger', 'details')),
  title text not null,
  from_number int,
  until_number int,
  account_ids uuid[] not null default '{}',
  first_page int,
  page_count int,
  wrapped_key bytea,
  file_key text,
  constraint archive_parts_pkey primary key (city_id, archive_id, seq),
  constraint archive_parts_archive_fkey foreign key (city_id, archive_id) references ledger.archives (city_id, id),
  constraint archive_parts_made_check check ((file_key is null) = (page_count is null) and (file_key is null) = (first_page is null)
    and (file_key is null) = (wrapped_key is null))
);
comment on table ledger.archive_parts is 'Files of an archive, made one after the other; pages are numbered through all of them.';
comment on column ledger.archive_parts.city_id is 'City.';
comment on column ledger.archive_parts.archive_id is 'Archive.';
comment on column ledger.archive_parts.seq is 'Place, from 1.';
comment on column ledger.archive_parts.scope_code is 'Scope code of the books.';
comment on column ledger.archive_parts.kind is 'vouchers, trial-balance, general-ledger or details.';
comment on column ledger.archive_parts.title is 'What it holds, as the file is named.';
comment on column ledger.archive_parts.from_number is 'Number of the first voucher in it; null where it holds none.';
comment on column ledger.archive_parts.until_number is 'Number of the last voucher in it; null where it holds none.';
comment on column ledger.archive_parts.account_ids is 'Accounts whose 明细账 it holds.';
comment on column ledger.archive_parts.first_page is 'Number of its first page; null until it is made.';
comment on column ledger.archive_parts.page_count is 'How many pages it has; null until it is made.';
comment on column ledger.archive_parts.wrapped_key is 'Data key of the file, wrapped; null until it is made.';
comment on column ledger.archive_parts.file_key is 'Where the sealed bytes lie; null until it is made.';
select platform.declare_table('ledger.archive_parts', 'scoped', 'select, insert, update');
