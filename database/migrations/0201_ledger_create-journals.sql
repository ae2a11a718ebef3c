set local citus.multi_shard_modify_mode = 'sequential';

create table ledger.periods (
  city_id int not null,
  book_id uuid not null,
  month int not null,
  scope_code bigint not null,
  status text not null constraint periods_status_check check (status in ('open', 'closed')),
  last_number int not null default 0,
  closed_by uuid,
  closed_name text,
  closed_at timestamptz(3),
  reopened_count int not null default 0,
  version int not null default 1,
  constraint periods_pkey primary key (city_id, book_id, month),
  constraint periods_month_check check (month between 200001 and 209912 and month % 100 between 1 and 12),
  constraint periods_book_fkey foreign key (city_id, book_id) references ledger.books (city_id, id),
  constraint periods_closed_check check ((status = 'closed') = (closed_at is not null) and (closed_at is null) = (closed_name is null))
);
comment on table ledger.periods is 'Months of a set of books. Who posts shares the row, who numbers a voucher or closes the month has it alone.';
comment on column ledger.periods.city_id is 'City.';
comment on column ledger.periods.book_id is 'Set of books.';
comment on column ledger.periods.month is 'Month, as 202603.';
comment on column ledger.periods.scope_code is 'Scope code of the books.';
comment on column ledger.periods.status is 'open or closed.';
comment on column ledger.periods.last_number is 'Last voucher number given in the month: numbers have no gap.';
comment on column ledger.periods.closed_by is 'Account that closed it; null while it is open or where the owner loaded it.';
comment on column ledger.periods.closed_name is 'Name of who closed it, as it was then; null while it is open.';
comment on column ledger.periods.closed_at is 'When it was closed last; null while it is open.';
comment on column ledger.periods.reopened_count is 'How often it was opened again.';
comment on column ledger.periods.version is 'Counts changes; a stale save is refused.';
select platform.declare_table('ledger.periods', 'scoped', 'select, insert, update');

create table ledger.period_changes (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  month int not null,
  change text not null constraint period_changes_change_check check (change in ('closed', 'reopened')),
  reason text,
  changed_by uuid,
  changed_name text not null,
  changed_at timestamptz(3) not null,
  constraint period_changes_pkey primary key (city_id, id),
  constraint period_changes_period_fkey foreign key (city_id, book_id, month) references ledger.periods (city_id, book_id, month),
  constraint period_changes_reason_check check ((change = 'reopened') = (reason is not null))
);
comment on table ledger.period_changes is 'Every closing and reopening of a month, appended.';
comment on column ledger.period_changes.city_id is 'City.';
comment on column ledger.period_changes.id is 'Change.';
comment on column ledger.period_changes.scope_code is 'Scope code of the books.';
comment on column ledger.period_changes.book_id is 'Set of books.';
comment on column ledger.period_changes.month is 'Month, as 202603.';
comment on column ledger.period_changes.change is 'closed or reopened.';
comment on column ledger.period_changes.reason is 'Why it was opened again; null for a closing.';
comment on column ledger.period_changes.changed_by is 'Account; null where the owner loaded it.';
comment on column ledger.period_changes.changed_name is 'Name, as it was then.';
comment on column ledger.period_changes.changed_at is 'When.';
create index period_changes_period_idx on ledger.period_changes (city_id, book_id, month, changed_at);
select platform.declare_table('ledger.period_changes', 'scoped', 'select, insert');

create table ledger.commitments (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  fund_id uuid not null,
  label text not null,
  subject_kind text,
  subject_id uuid,
  amount_fen bigint not null constraint commitments_amount_check check (amount_fen > 0),
  paid_fen bigint not null default 0,
  status text not null default 'reserved' constraint commitments_status_check check (status in ('reserved', 'paid', 'released', 'expired')),
  expires_on date,
  reserved_by uuid,
  reserved_on date not null,
  ended_on date,
  version int not null default 1,
  created_at timestamptz(3) not null,
  constraint commitments_pkey primary key (city_id, id),
  constraint commitments_fund_fkey foreign key (city_id, fund_id) references ledger.funds (city_id, id),
  constraint commitments_paid_check check (paid_fen >= 0 and paid_fen <= amount_fen and (status <> 'reserved' or paid_fen < amount_fen)),
  constraint commitments_ended_check check ((status = 'reserved') = (ended_on is null)),
  constraint commitments_subject_check check ((subject_kind is null) = (subject_id is null))
);
comment on table ledger.commitments is 'Money of a restricted fund that is promised: reserved, then paid in one or several payments, released, or expired.';
comment on column ledger.commitments.city_id is 'City.';
comment on column ledger.commitments.id is 'Commitment.';
comment on column ledger.commitments.scope_code is 'Scope code of the books.';
comment on column ledger.commitments.book_id is 'Set of books.';
comment on column ledger.commitments.fund_id is 'Restricted fund.';
comment on column ledger.commitments.label is 'What it is for; never a child''s name.';
comment on column ledger.commitments.subject_kind is 'Kind of the record of another module it stands for; null where there is none.';
comment on column ledger.commitments.subject_id is 'That record; null where there is none.';
comment on column ledger.commitments.amount_fen is 'Amount reserved at first.';
comment on column ledger.commitments.paid_fen is 'Amount paid so far, less what was reversed.';
comment on column ledger.commitments.status is 'reserved, paid (all of it), released (the rest is free again) or expired.';
comment on column ledger.commitments.expires_on is 'Last day on which it may be paid; null where there is no such day.';
comment on column ledger.commitments.reserved_by is 'Account; null where the owner loaded it.';
comment on column ledger.commitments.reserved_on is 'Day of the reservation.';
comment on column ledger.commitments.ended_on is 'Day it was paid, released or expired; null while it is reserved.';
comment on column ledger.commitments.version is 'Counts changes; a stale save is refused.';
comment on column ledger.commitments.created_at is 'When it was made.';
create index commitments_fund_idx on ledger.commitments (city_id, fund_id, status);
create index commitments_expiry_idx on ledger.commitments (city_id, expires_on) where status = 'reserved';
create index commitments_subject_idx on ledger.commitments (city_id, subject_id) where subject_id is not null;
select platform.declare_table('ledger.commitments', 'scoped', 'select, insert, update');

create sequence ledger.posting_positions;
grant usage on sequence ledger.posting_positions to xinhuo_app, xinhuo_worker;

create table ledger.journals (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  month int not null,
  dated_on date not null,
  kind text not null constraint journals_kind_check check (kind in ('ordinary', 'opening', 'release', 'carry-over', 'conversion')),
  memo text not null,
  idempotency_key text not null,
  request_hash bytea not null,
  line_count int not null constraint journals_line_count_check check (line_count >= 2),
  reverses_id uuid,
  commitment_id uuid,
  source text not null,
  source_id uuid,
  posted_by uuid,
  posted_name text not null,
  posted_at timestamptz(3) not null,
  tx bigint not null default (pg_current_xact_id()::text::bigint),
  constraint journals_pkey primary key (city_id, id),
  constraint journals_key_key unique (city_id, book_id, idempotency_key),
  constraint journals_period_fkey foreign key (city_id, book_id, month) references ledger.periods (city_id, book_id, month),
  constraint journals_reverses_fkey foreign key (city_id, reverses_id) references ledger.journals (city_id, id),
  constraint journals_commitment_fkey foreign key (city_id, commitment_id) references ledger.commitments (city_id, id),
  constraint journals_month_check check (month = extract(year from dated_on) * 100 + extract(month from dated_on))
);
comment on table ledger.journals is 'One balanced entry, append-only: its lines come with it in one transaction and never after.';
comment on column ledger.journals.city_id is 'City.';
comment on column ledger.journals.id is 'Journal.';
comment on column ledger.journals.scope_code is 'Scope code of the books.';
comment on column ledger.journals.book_id is 'Set of books.';
comment on column ledger.journals.month is 'Month of dated_on, as 202603.';
comment on column ledger.journals.dated_on is 'Day it counts for.';
comment on column ledger.journals.kind is 'ordinary, opening, release (restricted becomes unrestricted), carry-over (of a year) or conversion (to another chart); a reversal has the kind of what it reverses.';
comment on column ledger.journals.memo is 'What it is, in one line.';
comment on column ledger.journals.idempotency_key is 'Name of the posting: sent twice it is posted once.';
comment on column ledger.journals.request_hash is 'SHA-256 of what was asked: the same key with another body is refused.';
comment on column ledger.journals.line_count is 'Number of its lines, held at the commit.';
comment on column ledger.journals.reverses_id is 'Journal it reverses, line by line; null for an original.';
comment on column ledger.journals.commitment_id is 'Commitment it pays, or whose payment it reverses; null for none.';
comment on column ledger.journals.source is 'Module and sort of record it came from, e.g. ledger.voucher or charity.gift.';
comment on column ledger.journals.source_id is 'That record; null where there is none.';
comment on column ledger.journals.posted_by is 'Account; null where a job or the owner posted it.';
comment on column ledger.journals.posted_name is 'Name, as it was then.';
comment on column ledger.journals.posted_at is 'When.';
comment on column ledger.journals.tx is 'Transaction that made it: no other may add lines.';
create unique index journals_reverses_key on ledger.journals (city_id, reverses_id) where reverses_id is not null;
create index journals_month_idx on ledger.journals (city_id, book_id, month, id);
create index journals_source_idx on ledger.journals (city_id, source_id) where source_id is not null;
create index journals_commitment_idx on ledger.journals (city_id, commitment_id) where commitment_id is not null;
select platform.declare_table('ledger.journals', 'scoped', 'select, insert');

create table ledger.postings (
  city_id int not null,
  journal_id uuid not null,
  seq int not null,
  scope_code bigint not null,
  book_id uuid not null,
  month int not null,
  dated_on date not null,
  kind text not null,
  account_id uuid not null,
  side text not null constraint postings_side_check check (side in ('debit', 'credit')),
  amount_fen bigint not null constraint postings_amount_check check (amount_fen <> 0),
  memo text not null,
  fund_id uuid,
  restriction text not null constraint postings_restriction_check check (restriction in ('none', 'time', 'purpose')),
  project_id uuid,
  project_label text,
  cost_class text constraint postings_cost_class_check check (cost_class in ('charity', 'administration', 'fundraising', 'other')),
  flow_item text,
  epoch int not null,
  tx bigint not null default (pg_current_xact_id()::text::bigint),
  position bigint not null default nextval('ledger.posting_positions'),
  constraint postings_pkey primary key (city_id, journal_id, seq),
  constraint postings_journal_fkey foreign key (city_id, journal_id) references ledger.journals (city_id, id),
  constraint postings_project_check check ((project_id is null) = (project_label is null))
);
comment on table ledger.postings is 'Lines of journals, append-only: debit counted up, credit down; the lines of a journal add up to nothing.';
comment on column ledger.postings.city_id is 'City.';
comment on column ledger.postings.journal_id is 'Journal.';
comment on column ledger.postings.seq is 'Place within the journal, from 1.';
comment on column ledger.postings.scope_code is 'Scope code of the books.';
comment on column ledger.postings.book_id is 'Set of books.';
comment on column ledger.postings.month is 'Month of the journal.';
comment on column ledger.postings.dated_on is 'Day of the journal.';
comment on column ledger.postings.kind is 'Kind of the journal.';
comment on column ledger.postings.account_id is 'Ledger account.';
comment on column ledger.postings.side is 'Column in which it stands: a red-letter line has a negative debit or a positive credit here.';
comment on column ledger.postings.amount_fen is 'Amount, debit positive and credit negative; never zero.';
comment on column ledger.postings.memo is 'What the line is, 摘要; never a child''s name.';
comment on column ledger.postings.fund_id is 'Fund; null for money that belongs to no fund and is unrestricted.';
comment on column ledger.postings.restriction is 'Class of net assets: that of the fund, none for costs and unrestricted net assets.';
comment on column ledger.postings.project_id is 'Project of another module; null for none.';
comment on column ledger.postings.project_label is 'Its name, as it was then; null for none.';
comment on column ledger.postings.cost_class is 'charity, administration, fundraising or other; null where the account is no cost.';
comment on column ledger.postings.flow_item is 'Line of the cash flow statement chosen for a line of cash or bank; null where the rule derives it from the other lines.';
comment on column ledger.postings.epoch is 'Restore count of the installation, first part of the order.';
comment on column ledger.postings.tx is 'Transaction number, second part of the order.';
comment on column ledger.postings.position is 'Order within a transaction, third part.';
create index postings_account_idx on ledger.postings (city_id, account_id, dated_on, journal_id, seq);
create index postings_month_idx on ledger.postings (city_id, book_id, month);
create index postings_fund_idx on ledger.postings (city_id, fund_id, dated_on) where fund_id is not null;
create index postings_project_idx on ledger.postings (city_id, project_id) where project_id is not null;
create index postings_order_idx on ledger.postings (city_id, epoch, tx, position);
select platform.declare_table('ledger.postings', 'scoped', 'select, insert');

-- What the house asks of a journal is held here as well, at the commit: whoever inserts, and however.
create function ledger.hold_balance() returns trigger language plpgsql as $$
declare v_count int; v_sum numeric;
begin
  select count(*), coalesce(sum(p.amount_fen), 0) into v_count, v_sum from ledger.postings p where p.city_id = new.city_id and p.journal_id = new.id;
  if v_count <> new.line_count then raise exception 'journal % has % lines, not %', new.id, v_count, new.line_count using constraint = 'journals_lines_held', errcode = '23514'; end if;
  if v_sum <> 0 then raise exception 'journal % is out of balance by %', new.id, v_sum using constraint = 'journals_balance_held', errcode = '23514'; end if;
  return null;
end $$;
comment on function ledger.hold_balance is 'At the commit a journal has the lines it said, two at least, and they add up to nothing.';
create constraint trigger journals_balance after insert on ledger.journals deferrable initially deferred for each row execute function ledger.hold_balance();

create function ledger.hold_closed() returns trigger language plpgsql as $$
begin
  if exists (select 1 from added a where not exists (select 1 from ledger.journals j where j.city_id = a.city_id and j.id = a.journal_id
      and j.tx = pg_current_xact_id()::text::bigint and j.book_id = a.book_id and j.dated_on = a.dated_on and j.month = a.month and j.kind = a.kind)) then
    raise exception 'lines are added to a journal only with the journal itself' using constraint = 'postings_with_journal', errcode = '23514';
  end if;
  return null;
end $$;
comment on function ledger.hold_closed is 'Lines come in the transaction of their journal and agree with it.';
create trigger postings_with_journal after insert on ledger.postings referencing new table as added for each statement execute function ledger.hold_closed();

create table ledger.month_balances (
  city_id int not null,
  scope_code bigint not null,
  book_id uuid not null,
  month int not null,
  kind text not null,
  account_id uuid not null,
  fund_id uuid,
  restriction text not null,
  project_id uuid,
  cost_class text,
  debit_fen bigint not null,
  credit_fen bigint not null,
  constraint month_balances_key unique nulls not distinct (city_id, book_id, month, kind, account_id, fund_id, restriction, project_id, cost_class)
);
comment on table ledger.month_balances is 'Postings added up by month and all dimensions, folded by one job; a read adds the postings that came after the watermark.';
comment on column ledger.month_balances.city_id is 'City.';
comment on column ledger.month_balances.scope_code is 'Scope code of the books.';
comment on column ledger.month_balances.book_id is 'Set of books.';
comment on column ledger.month_balances.month is 'Month, as 202603.';
comment on column ledger.month_balances.kind is 'Kind of the journals.';
comment on column ledger.month_balances.account_id is 'Ledger account.';
comment on column ledger.month_balances.fund_id is 'Fund; null for none.';
comment on column ledger.month_balances.restriction is 'Class of net assets.';
comment on column ledger.month_balances.project_id is 'Project; null for none.';
comment on column ledger.month_balances.cost_class is 'Class of cost; null where the account is no cost.';
comment on column ledger.month_balances.debit_fen is 'What stands in the debit column, red-letter lines subtracted.';
comment on column ledger.month_balances.credit_fen is 'What stands in the credit column, counted up, red-letter lines subtracted.';
select platform.declare_table('ledger.month_balances', 'scoped', 'select');
grant insert, update on ledger.month_balances to xinhuo_worker;
