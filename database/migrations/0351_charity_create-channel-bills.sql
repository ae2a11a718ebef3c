set local citus.multi_shard_modify_mode = 'sequential';

-- What an online channel says of a day: its payments, refunds and the fee it keeps, beside what stands here.
create table charity.channel_bills (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  channel text not null constraint channel_bills_channel_check check (channel in ('wechat')),
  billed_on date not null,
  file_hash bytea not null,
  payment_count int not null,
  payment_fen bigint not null,
  refund_count int not null,
  refund_fen bigint not null,
  fee_fen bigint not null,
  fund_id uuid not null,
  booked_on date not null,
  journal_id uuid,
  loaded_by uuid,
  loaded_name text not null,
  loaded_at timestamptz(3) not null,
  constraint channel_bills_pkey primary key (city_id, id),
  constraint channel_bills_day_key unique (city_id, book_id, channel, billed_on),
  constraint channel_bills_fee_check check ((fee_fen = 0) = (journal_id is null))
);
comment on table charity.channel_bills is 'Bill of a day of an online channel, as it was loaded; its fee is in the books.';
comment on column charity.channel_bills.city_id is 'City.';
comment on column charity.channel_bills.id is 'Bill.';
comment on column charity.channel_bills.scope_code is 'Scope code of the books.';
comment on column charity.channel_bills.book_id is 'Set of books the money of the channel belongs to.';
comment on column charity.channel_bills.channel is 'wechat.';
comment on column charity.channel_bills.billed_on is 'Day the bill is about.';
comment on column charity.channel_bills.file_hash is 'SHA-256 of the file; the file itself is not kept: it names who paid.';
comment on column charity.channel_bills.payment_count is 'Payments on it.';
comment on column charity.channel_bills.payment_fen is 'What they come to, in fen.';
comment on column charity.channel_bills.refund_count is 'Refunds on it.';
comment on column charity.channel_bills.refund_fen is 'What they come to, in fen.';
comment on column charity.channel_bills.fee_fen is 'Fee the channel keeps of the day, in fen; negative where more of it came back.';
comment on column charity.channel_bills.fund_id is 'Unrestricted fund that bears the fee.';
comment on column charity.channel_bills.booked_on is 'Day on which the fee stands in the books.';
comment on column charity.channel_bills.journal_id is 'Journal of the fee; null where there is none.';
comment on column charity.channel_bills.loaded_by is 'Account that loaded it; null where the owner did.';
comment on column charity.channel_bills.loaded_name is 'Name of who loaded it, as it was then.';
comment on column charity.channel_bills.loaded_at is 'When.';
select platform.declare_table('charity.channel_bills', 'scoped', 'select, insert');

create table charity.bill_lines (
  city_id int not null,
  bill_id uuid not null,
  seq int not null,
  scope_code bigint not null,
  kind text not null constraint bill_lines_kind_check check (kind in ('payment', 'refund')),
  number text not null,
  channel_number text not null,
  amount_fen bigint not null,
  constraint bill_lines_pkey primary key (city_id, bill_id, seq),
  constraint bill_lines_bill_fkey foreign key (city_id, bill_id) references charity.channel_bills (city_id, id)
);
comment on table charity.bill_lines is 'A payment or refund on a bill, without who paid.';
comment on column charity.bill_lines.city_id is 'City.';
comment on column charity.bill_lines.bill_id is 'Bill.';
comment on column charity.bill_lines.seq is 'Place on the bill, from 1.';
comment on column charity.bill_lines.scope_code is 'Scope code of the books.';
comment on column charity.bill_lines.kind is 'payment or refund.';
comment on column charity.bill_lines.number is 'Our number of the charge or refund.';
comment on column charity.bill_lines.channel_number is 'Number of the channel.';
comment on column charity.bill_lines.amount_fen is 'Amount in fen.';
create index bill_lines_number_idx on charity.bill_lines (city_id, number);
select platform.declare_table('charity.bill_lines', 'scoped', 'select, insert');

create table charity.bill_differences (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  bill_id uuid not null,
  kind text not null constraint bill_differences_kind_check check (kind in ('unknown', 'amount', 'not-taken', 'twice', 'missing')),
  line_kind text not null constraint bill_differences_line_kind_check check (line_kind in ('payment', 'refund')),
  number text not null,
  bill_fen bigint,
  own_fen bigint,
  gift_id uuid,
  status text not null constraint bill_differences_status_check check (status in ('open', 'cleared', 'settled')),
  note text,
  settled_name text,
  settled_at timestamptz(3),
  constraint bill_differences_pkey primary key (city_id, id),
  constraint bill_differences_bill_fkey foreign key (city_id, bill_id) references charity.channel_bills (city_id, id),
  constraint bill_differences_settled_check check ((status = 'settled') = (note is not null and settled_name is not null and settled_at is not null))
);
comment on table charity.bill_differences is 'Where a bill and what stands here say different things; open until somebody looked.';
comment on column charity.bill_differences.city_id is 'City.';
comment on column charity.bill_differences.id is 'Difference.';
comment on column charity.bill_differences.scope_code is 'Scope code of the books.';
comment on column charity.bill_differences.bill_id is 'Bill.';
comment on column charity.bill_differences.kind is 'unknown (no such number here), amount, not-taken (not paid or returned here), twice (on a bill), missing (not on the bill of its day).';
comment on column charity.bill_differences.line_kind is 'payment or refund.';
comment on column charity.bill_differences.number is 'Our number of the charge or refund, as the bill or we say it.';
comment on column charity.bill_differences.bill_fen is 'Amount on the bill in fen; null where it is not on it.';
comment on column charity.bill_differences.own_fen is 'Amount here in fen; null where it is unknown here.';
comment on column charity.bill_differences.gift_id is 'Gift it belongs to; null where that is unknown.';
comment on column charity.bill_differences.status is 'open, cleared (a later bill, or what we learnt since, explains it) or settled by a person.';
comment on column charity.bill_differences.note is 'What was found, in words; null while nobody settled it.';
comment on column charity.bill_differences.settled_name is 'Name of who settled it, as it was then; null while nobody did.';
comment on column charity.bill_differences.settled_at is 'When; null while nobody did.';
create index bill_differences_open_idx on charity.bill_differences (city_id, bill_id) where status = 'open';
select platform.declare_table('charity.bill_differences', 'scoped', 'select, insert, update');
