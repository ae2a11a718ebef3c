set local citus.multi_shard_modify_mode = 'sequential';

alter table ledger.accounts add column form_code text;
comment on column ledger.accounts.form_code is 'Number under which forms of statements know the account; null where it is its own number.';

grant delete on ledger.charts to xinhuo_app, xinhuo_worker;

create table ledger.balance_parts (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  chart_id uuid not null,
  account_id uuid not null,
  fund_id uuid,
  project_id uuid,
  successor_id uuid not null,
  amount_fen bigint not null constraint balance_parts_amount_check check (amount_fen > 0),
  constraint balance_parts_pkey primary key (city_id, id),
  constraint balance_parts_key unique nulls not distinct (city_id, chart_id, account_id, fund_id, project_id, successor_id),
  constraint balance_parts_chart_fkey foreign key (city_id, chart_id) references ledger.charts (city_id, id),
  constraint balance_parts_account_fkey foreign key (city_id, account_id) references ledger.accounts (city_id, id),
  constraint balance_parts_successor_fkey foreign key (city_id, successor_id) references ledger.accounts (city_id, id)
);
comment on table ledger.balance_parts is 'Parts of a balance that go to other accounts of the next chart than the one its account becomes, by hand; what is left follows the account.';
comment on column ledger.balance_parts.city_id is 'City.';
comment on column ledger.balance_parts.id is 'Part.';
comment on column ledger.balance_parts.scope_code is 'Scope code of the books.';
comment on column ledger.balance_parts.book_id is 'Set of books.';
comment on column ledger.balance_parts.chart_id is 'Next chart.';
comment on column ledger.balance_parts.account_id is 'Account whose balance is divided.';
comment on column ledger.balance_parts.fund_id is 'Fund of the balance; null for none.';
comment on column ledger.balance_parts.project_id is 'Project of the balance; null for none.';
comment on column ledger.balance_parts.successor_id is 'Account of the next chart that takes the part.';
comment on column ledger.balance_parts.amount_fen is 'The part, in the direction of the balance.';
select platform.declare_table('ledger.balance_parts', 'scoped', 'select, insert, delete');
