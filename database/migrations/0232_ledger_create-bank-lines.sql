set local citus.multi_shard_modify_mode = 'sequential';

create table ledger.bank_layouts (
  code text not null,
  bank text not null,
  titles jsonb not null,
  is_verified boolean not null default false,
  source text not null,
  constraint bank_layouts_pkey primary key (code)
);
comment on table ledger.bank_layouts is 'Layouts of statement files of banks: by which headings a column is known.';
comment on column ledger.bank_layouts.code is 'Layout, e.g. icbc.';
comment on column ledger.bank_layouts.bank is 'Name of the bank.';
comment on column ledger.bank_layouts.titles is 'Headings by column: day, in, out, balance, counterparty, reference, summary.';
comment on column ledger.bank_layouts.is_verified is 'Whether a real file of the bank was read with it.';
comment on column ledger.bank_layouts.source is 'Where the headings come from.';
select platform.declare_table('ledger.bank_layouts', 'city-wide', 'select');

create table ledger.known_layouts (
  city_id int not null,
  account_id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  headings jsonb not null,
  mapping jsonb not null,
  layout text,
  version int not null default 1,
  constraint known_layouts_pkey primary key (city_id, account_id),
  constraint known_layouts_account_fkey foreign key (city_id, account_id) references ledger.accounts (city_id, id)
);
comment on table ledger.known_layouts is 'How the statement files of a bank account were read the last time: another layout is not taken in silently.';
comment on column ledger.known_layouts.city_id is 'City.';
comment on column ledger.known_layouts.account_id is 'Ledger account of the bank account.';
comment on column ledger.known_layouts.scope_code is 'Scope code of the books.';
comment on column ledger.known_layouts.book_id is 'Set of books.';
comment on column ledger.known_layouts.headings is 'Headings of the file in their order.';
comment on column ledger.known_layouts.mapping is 'Column of the file by what it holds, from 0.';
comment on column ledger.known_layouts.layout is 'Layout it was recognised by; null where somebody mapped it.';
comment on column ledger.known_layouts.version is 'Counts changes.';
select platform.declare_table('ledger.known_layouts', 'scoped', 'select, insert, update');

create table ledger.bank_statements (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  account_id uuid not null,
  file_hash bytea not null,
  file_name text not null,
  line_count int not null,
  from_on date not null,
  until_on date not null,
  imported_by uuid,
  imported_name text not null,
  imported_at timestamptz(3) not null,
  constraint bank_statements_pkey primary key (city_id, id),
  constraint bank_statements_file_key unique (city_id, account_id, file_hash),
  constraint bank_statements_account_fkey foreign key (city_id, account_id) references ledger.accounts (city_id, id)
);
comment on table ledger.bank_statements is 'Statement files of banks that were taken in; the same file once.';
comment on column ledger.bank_statements.city_id is 'City.';
comment on column ledger.bank_statements.id is 'Statement.';
comment on column ledger.bank_statements.scope_code is 'Scope code of the books.';
comment on column ledger.bank_statements.book_id is 'Set of books.';
comment on column ledger.bank_statements.account_id is 'Ledger account of the bank account.';
comment on column ledger.bank_statements.file_hash is 'SHA-256 of the file.';
comment on column ledger.bank_statements.file_name is 'Name of the file.';
comment on column ledger.bank_statements.line_count is 'Number of its lines.';
comment on column ledger.bank_statements.from_on is 'Day of its first line.';
comment on column ledger.bank_statements.until_on is 'Day of its last line.';
comment on column ledger.bank_statements.imported_by is 'Account; null where the owner loaded it.';
comment on column ledger.bank_statements.imported_name is 'Name, as it was then.';
comment on column ledger.bank_statements.imported_at is 'When.';
create index bank_statements_book_idx on ledger.bank_statements (city_id, book_id, until_on);
select platform.declare_table('ledger.bank_statements', 'scoped', 'select, insert');

create table ledger.bank_matches (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  account_id uuid not null,
  is_by_rule boolean not null,
  matched_by uuid,
  matched_name text not null,
  matched_at timestamptz(3) not null,
  constraint bank_matches_pkey primary key (city_id, id),
  constraint bank_matches_account_fkey foreign key (city_id, account_id) references ledger.accounts (city_id, id)
);
comment on table ledger.bank_matches is 'Lines of a bank and postings of our own that are the same money: one to one, several to one, one to several.';
comment on column ledger.bank_matches.city_id is 'City.';
comment on column ledger.bank_matches.id is 'Match.';
comment on column ledger.bank_matches.scope_code is 'Scope code of the books.';
comment on column ledger.bank_matches.book_id is 'Set of books.';
comment on column ledger.bank_matches.account_id is 'Ledger account of the bank account.';
comment on column ledger.bank_matches.is_by_rule is 'Whether rules found it; else somebody did.';
comment on column ledger.bank_matches.matched_by is 'Account; null where the owner loaded it.';
comment on column ledger.bank_matches.matched_name is 'Name, as it was then.';
comment on column ledger.bank_matches.matched_at is 'When.';
create index bank_matches_account_idx on ledger.bank_matches (city_id, account_id);
select platform.declare_table('ledger.bank_matches', 'scoped', 'select, insert, delete');

create table ledger.bank_lines (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  account_id uuid not null,
  statement_id uuid not null,
  seq int not null,
  booked_on date not null,
  amount_fen bigint not null constraint bank_lines_amount_check check (amount_fen <> 0),
  balance_fen bigint,
  counterparty text not null,
  reference text not null,
  summary text not null,
  match_id uuid,
  constraint bank_lines_pkey primary key (city_id, id),
  constraint bank_lines_seq_key unique (city_id, statement_id, seq),
  constraint bank_lines_statement_fkey foreign key (city_id, statement_id) references ledger.bank_statements (city_id, id),
  constraint bank_lines_match_fkey foreign key (city_id, match_id) references ledger.bank_matches (city_id, id)
);
comment on table ledger.bank_lines is 'Lines of statements of banks 银行流水.';
comment on column ledger.bank_lines.city_id is 'City.';
comment on column ledger.bank_lines.id is 'Line.';
comment on column ledger.bank_lines.scope_code is 'Scope code of the books.';
comment on column ledger.bank_lines.book_id is 'Set of books.';
comment on column ledger.bank_lines.account_id is 'Ledger account of the bank account.';
comment on column ledger.bank_lines.statement_id is 'Statement it came with.';
comment on column ledger.bank_lines.seq is 'Place within the statement, from 1.';
comment on column ledger.bank_lines.booked_on is 'Day the bank booked it.';
comment on column ledger.bank_lines.amount_fen is 'Amount, coming positive and going negative.';
comment on column ledger.bank_lines.balance_fen is 'Balance after it as the bank says; null where the file has none.';
comment on column ledger.bank_lines.counterparty is 'Name of the other side; empty where the file has none.';
comment on column ledger.bank_lines.reference is 'Number of the transaction; empty where the file has none.';
comment on column ledger.bank_lines.summary is 'What the bank says it is; empty where the file has none.';
comment on column ledger.bank_lines.match_id is 'Match it belongs to; null while it waits in the queue of differences.';
create index bank_lines_open_idx on ledger.bank_lines (city_id, account_id, booked_on, statement_id, seq);
create index bank_lines_match_idx on ledger.bank_lines (city_id, match_id) where match_id is not null;
select platform.declare_table('ledger.bank_lines', 'scoped', 'select, insert, update');

create table ledger.matched_postings (
  city_id int not null,
  journal_id uuid not null,
  seq int not null,
  scope_code bigint not null,
  match_id uuid not null,
  constraint matched_postings_pkey primary key (city_id, journal_id, seq),
  constraint matched_postings_posting_fkey foreign key (city_id, journal_id, seq) references ledger.postings (city_id, journal_id, seq),
  constraint matched_postings_match_fkey foreign key (city_id, match_id) references ledger.bank_matches (city_id, id)
);
comment on table ledger.matched_postings is 'Which postings a match holds; a posting is matched once.';
comment on column ledger.matched_postings.city_id is 'City.';
comment on column ledger.matched_postings.journal_id is 'Journal of the posting.';
comment on column ledger.matched_postings.seq is 'Its place within the journal.';
comment on column ledger.matched_postings.scope_code is 'Scope code of the books.';
comment on column ledger.matched_postings.match_id is 'Match.';
create index matched_postings_match_idx on ledger.matched_postings (city_id, match_id);
select platform.declare_table('ledger.matched_postings', 'scoped', 'select, insert, delete');

create table ledger.cash_days (
  city_id int not null,
  account_id uuid not null,
  counted_on date not null,
  scope_code bigint not null,
  book_id uuid not null,
  book_fen bigint not null,
  counted_fen bigint not null constraint cash_days_counted_check check (counted_fen >= 0),
  reason text,
  counted_by uuid,
  counted_name text not null,
  confirmed_by uuid,
  confirmed_name text,
  confirmed_at timestamptz(3),
  version int not null default 1,
  constraint cash_days_pkey primary key (city_id, account_id, counted_on),
  constraint cash_days_account_fkey foreign key (city_id, account_id) references ledger.accounts (city_id, id),
  constraint cash_days_reason_check check (book_fen = counted_fen or reason is not null),
  constraint cash_days_people_check check (confirmed_by is null or confirmed_by is distinct from counted_by),
  constraint cash_days_confirmed_check check ((confirmed_name is null) = (confirmed_at is null))
);
comment on table ledger.cash_days is 'Days of the cash book with two signatures: counted by the cashier, confirmed by the accountant.';
comment on column ledger.cash_days.city_id is 'City.';
comment on column ledger.cash_days.account_id is 'Ledger account of the cash.';
comment on column ledger.cash_days.counted_on is 'Day at whose end it was counted.';
comment on column ledger.cash_days.scope_code is 'Scope code of the books.';
comment on column ledger.cash_days.book_id is 'Set of books.';
comment on column ledger.cash_days.book_fen is 'What the books said when it was counted.';
comment on column ledger.cash_days.counted_fen is 'What was counted.';
comment on column ledger.cash_days.reason is 'Why the two differ; null where they agree and nothing was said.';
comment on column ledger.cash_days.counted_by is 'Account of the cashier; null where the owner loaded it.';
comment on column ledger.cash_days.counted_name is 'Name of the cashier, as it was then.';
comment on column ledger.cash_days.confirmed_by is 'Account of the accountant; null until then or where the owner loaded it.';
comment on column ledger.cash_days.confirmed_name is 'Name of the accountant; null until then.';
comment on column ledger.cash_days.confirmed_at is 'When it was confirmed; null until then.';
comment on column ledger.cash_days.version is 'Counts changes; a stale save is refused.';
select platform.declare_table('ledger.cash_days', 'scoped', 'select, insert, update');
