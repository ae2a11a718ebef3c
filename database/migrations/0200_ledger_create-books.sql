set local citus.multi_shard_modify_mode = 'sequential';

create schema ledger;
comment on schema ledger is '账簿: double-entry books in fen, vouchers, periods, funds, statements.';
select platform.declare_schema('ledger');

create table ledger.standards (
  code text not null,
  name text not null,
  valid_from date not null,
  source text not null,
  constraint standards_pkey primary key (code)
);
comment on table ledger.standards is 'Charts of accounts as a state rule publishes them; a new set of books begins with a copy.';
comment on column ledger.standards.code is 'Standard, e.g. 2004.';
comment on column ledger.standards.name is 'Name of the rule.';
comment on column ledger.standards.valid_from is 'First day on which the rule holds.';
comment on column ledger.standards.source is 'Where codes and names were read.';
select platform.declare_table('ledger.standards', 'city-wide', 'select');

create table ledger.standard_accounts (
  standard text not null constraint standard_accounts_standard_fkey references ledger.standards (code),
  code text not null,
  name text not null,
  kind text not null constraint standard_accounts_kind_check check (kind in ('asset', 'liability', 'net-asset', 'income', 'cost')),
  side text not null constraint standard_accounts_side_check check (side in ('debit', 'credit')),
  duty text constraint standard_accounts_duty_check check (duty in ('cash', 'bank', 'unrestricted', 'restricted')),
  cost_class text constraint standard_accounts_cost_class_check check (cost_class in ('charity', 'administration', 'fundraising', 'other')),
  constraint standard_accounts_pkey primary key (standard, code)
);
comment on table ledger.standard_accounts is 'Accounts of a published chart.';
comment on column ledger.standard_accounts.standard is 'Standard.';
comment on column ledger.standard_accounts.code is 'Number of the account.';
comment on column ledger.standard_accounts.name is 'Name of the account.';
comment on column ledger.standard_accounts.kind is 'asset, liability, net-asset, income or cost.';
comment on column ledger.standard_accounts.side is 'Side on which it normally stands: debit or credit.';
comment on column ledger.standard_accounts.duty is 'What rules must find it by: cash, bank, unrestricted or restricted net assets; null for all others.';
comment on column ledger.standard_accounts.cost_class is 'Class its costs count in: charity, administration, fundraising or other; null where it is no cost.';
select platform.declare_table('ledger.standard_accounts', 'city-wide', 'select');

create table ledger.books (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  name text not null,
  holder_kind text not null constraint books_holder_kind_check check (holder_kind in ('public-charity', 'charity', 'committee')),
  starts_month int not null constraint books_starts_month_check check (starts_month between 200001 and 209912 and starts_month % 100 between 1 and 12),
  status text not null default 'open' constraint books_status_check check (status in ('open', 'closed')),
  version int not null default 1,
  created_by uuid,
  created_at timestamptz(3) not null,
  constraint books_pkey primary key (city_id, id)
);
comment on table ledger.books is 'Sets of books 账套: the foundation has one, a county or a committee may have its own beside it.';
comment on column ledger.books.city_id is 'City.';
comment on column ledger.books.id is 'Set of books.';
comment on column ledger.books.scope_code is 'Scope code of the unit whose books they are.';
comment on column ledger.books.unit_id is 'Unit whose books they are.';
comment on column ledger.books.name is 'Name.';
comment on column ledger.books.holder_kind is 'Kind of body: public-charity (may ask the public), charity (may not) or committee; decides which ratios hold.';
comment on column ledger.books.starts_month is 'First month, as 202601: opening balances are entered as of its first day.';
comment on column ledger.books.status is 'open, or closed: nothing is entered any more.';
comment on column ledger.books.version is 'Counts changes; a stale save is refused.';
comment on column ledger.books.created_by is 'Account that opened it; null where the owner loaded it.';
comment on column ledger.books.created_at is 'When it was opened.';
create index books_scope_idx on ledger.books (city_id, scope_code, name, id);
select platform.declare_table('ledger.books', 'scoped', 'select, insert, update');

create table ledger.charts (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  name text not null,
  valid_from date not null,
  source text not null,
  status text not null constraint charts_status_check check (status in ('draft', 'valid')),
  version int not null default 1,
  created_at timestamptz(3) not null,
  constraint charts_pkey primary key (city_id, id),
  constraint charts_days_key unique (city_id, book_id, valid_from),
  constraint charts_book_fkey foreign key (city_id, book_id) references ledger.books (city_id, id),
  constraint charts_year_check check (status = 'draft' or extract(day from valid_from) = 1)
);
comment on table ledger.charts is 'Chart of accounts of a set of books, dated: the one with the latest valid_from not after a day holds on it. Another one begins at a turn of the year.';
comment on column ledger.charts.city_id is 'City.';
comment on column ledger.charts.id is 'Chart.';
comment on column ledger.charts.scope_code is 'Scope code of the books.';
comment on column ledger.charts.book_id is 'Set of books.';
comment on column ledger.charts.name is 'Name, e.g. of the rule it follows.';
comment on column ledger.charts.valid_from is 'First day on which it holds.';
comment on column ledger.charts.source is 'The published standard or the workbook it came from.';
comment on column ledger.charts.status is 'draft while it is being mapped, valid from then on.';
comment on column ledger.charts.version is 'Counts changes; a stale save is refused.';
comment on column ledger.charts.created_at is 'When it was made.';
select platform.declare_table('ledger.charts', 'scoped', 'select, insert, update');

create table ledger.accounts (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  chart_id uuid not null,
  parent_id uuid,
  code text not null,
  name text not null,
  initials text not null,
  kind text not null constraint accounts_kind_check check (kind in ('asset', 'liability', 'net-asset', 'income', 'cost')),
  side text not null constraint accounts_side_check check (side in ('debit', 'credit')),
  duty text constraint accounts_duty_check check (duty in ('cash', 'bank', 'unrestricted', 'restricted')),
  cost_class text constraint accounts_cost_class_check check (cost_class in ('charity', 'administration', 'fundraising', 'other')),
  is_leaf boolean not null default true,
  closed_on date,
  successor_id uuid,
  version int not null default 1,
  created_at timestamptz(3) not null,
  constraint accounts_pkey primary key (city_id, id),
  constraint accounts_code_key unique (city_id, chart_id, code),
  constraint accounts_chart_fkey foreign key (city_id, chart_id) references ledger.charts (city_id, id),
  constraint accounts_parent_fkey foreign key (city_id, parent_id) references ledger.accounts (city_id, id),
  constraint accounts_successor_fkey foreign key (city_id, successor_id) references ledger.accounts (city_id, id),
  constraint accounts_cost_check check ((kind = 'cost') = (cost_class is not null))
);
comment on table ledger.accounts is 'Ledger accounts of a chart; lines are posted to those without accounts below them.';
comment on column ledger.accounts.city_id is 'City.';
comment on column ledger.accounts.id is 'Ledger account.';
comment on column ledger.accounts.scope_code is 'Scope code of the books.';
comment on column ledger.accounts.book_id is 'Set of books.';
comment on column ledger.accounts.chart_id is 'Chart it belongs to.';
comment on column ledger.accounts.parent_id is 'Account above; null at the top.';
comment on column ledger.accounts.code is 'Number; begins with the number of the account above.';
comment on column ledger.accounts.name is 'Name.';
comment on column ledger.accounts.initials is 'Initials of the name in pinyin, for search.';
comment on column ledger.accounts.kind is 'asset, liability, net-asset, income or cost.';
comment on column ledger.accounts.side is 'Side on which it normally stands: debit or credit.';
comment on column ledger.accounts.duty is 'What rules find it by: cash, bank, unrestricted or restricted net assets; null for all others.';
comment on column ledger.accounts.cost_class is 'Class its costs count in unless a line says otherwise; null where it is no cost.';
comment on column ledger.accounts.is_leaf is 'Whether lines are posted to it: it has no account below.';
comment on column ledger.accounts.closed_on is 'First day on which nothing is posted to it any more; null while it is open.';
comment on column ledger.accounts.successor_id is 'Account of the next chart that takes its balance over; null while there is none.';
comment on column ledger.accounts.version is 'Counts changes; a stale save is refused.';
comment on column ledger.accounts.created_at is 'When it was made.';
create index accounts_book_idx on ledger.accounts (city_id, book_id, code);
select platform.declare_table('ledger.accounts', 'scoped', 'select, insert, update, delete');

create table ledger.funds (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  code text not null,
  name text not null,
  restriction text not null constraint funds_restriction_check check (restriction in ('none', 'time', 'purpose')),
  purpose text,
  usable_from date,
  status text not null default 'open' constraint funds_status_check check (status in ('open', 'closed')),
  version int not null default 1,
  created_at timestamptz(3) not null,
  constraint funds_pkey primary key (city_id, id),
  constraint funds_code_key unique (city_id, book_id, code),
  constraint funds_book_fkey foreign key (city_id, book_id) references ledger.books (city_id, id),
  constraint funds_restriction_words_check check ((restriction = 'purpose') = (purpose is not null) and (restriction = 'time') = (usable_from is not null))
);
comment on table ledger.funds is 'Money of one restriction. Net assets of a fund are the lines on income, cost and net-asset accounts that name it.';
comment on column ledger.funds.city_id is 'City.';
comment on column ledger.funds.id is 'Fund.';
comment on column ledger.funds.scope_code is 'Scope code of the books.';
comment on column ledger.funds.book_id is 'Set of books.';
comment on column ledger.funds.code is 'Short code within the books.';
comment on column ledger.funds.name is 'Name.';
comment on column ledger.funds.restriction is 'none, time (not usable before a day) or purpose; never changes once lines name it.';
comment on column ledger.funds.purpose is 'What it may be used for; null unless it is restricted by purpose.';
comment on column ledger.funds.usable_from is 'First day on which it may be used; null unless it is restricted by time.';
comment on column ledger.funds.status is 'open or closed.';
comment on column ledger.funds.version is 'Counts changes; a stale save is refused.';
comment on column ledger.funds.created_at is 'When it was opened.';
select platform.declare_table('ledger.funds', 'scoped', 'select, insert, update');

create table ledger.fund_balances (
  city_id int not null,
  fund_id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  balance_fen bigint not null default 0,
  reserved_fen bigint not null default 0,
  constraint fund_balances_pkey primary key (city_id, fund_id),
  constraint fund_balances_fund_fkey foreign key (city_id, fund_id) references ledger.funds (city_id, id),
  constraint fund_balances_reserved_check check (reserved_fen >= 0),
  constraint fund_balances_covered_check check (balance_fen >= reserved_fen)
);
comment on table ledger.fund_balances is 'Running balance of each restricted fund, locked in the order of fund_id: it can never be overdrawn. Unrestricted money has none: it is derived.';
comment on column ledger.fund_balances.city_id is 'City.';
comment on column ledger.fund_balances.fund_id is 'Restricted fund.';
comment on column ledger.fund_balances.scope_code is 'Scope code of the books.';
comment on column ledger.fund_balances.book_id is 'Set of books.';
comment on column ledger.fund_balances.balance_fen is 'Net assets of the fund: income less costs, credit counted up.';
comment on column ledger.fund_balances.reserved_fen is 'Part of it that open commitments hold.';
select platform.declare_table('ledger.fund_balances', 'scoped', 'select, insert, update');

create table ledger.auditors (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  account_id uuid not null,
  from_on date not null,
  until_on date not null,
  reason text not null,
  granted_by uuid,
  granted_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  constraint auditors_pkey primary key (city_id, id),
  constraint auditors_book_fkey foreign key (city_id, book_id) references ledger.books (city_id, id),
  constraint auditors_days_check check (until_on >= from_on)
);
comment on table ledger.auditors is 'Which set of books an outside auditor may read, and until when.';
comment on column ledger.auditors.city_id is 'City.';
comment on column ledger.auditors.id is 'Grant of one set of books.';
comment on column ledger.auditors.scope_code is 'Scope code of the books.';
comment on column ledger.auditors.book_id is 'Set of books.';
comment on column ledger.auditors.account_id is 'Account of the auditor.';
comment on column ledger.auditors.from_on is 'First day.';
comment on column ledger.auditors.until_on is 'Last day.';
comment on column ledger.auditors.reason is 'What the audit is for.';
comment on column ledger.auditors.granted_by is 'Account that opened the books to the auditor; null where the owner loaded it.';
comment on column ledger.auditors.granted_at is 'When.';
comment on column ledger.auditors.revoked_at is 'When it was taken back early; null while it stands.';
create index auditors_account_idx on ledger.auditors (city_id, account_id, book_id);
select platform.declare_table('ledger.auditors', 'scoped', 'select, insert, update');
