set local citus.multi_shard_modify_mode = 'sequential';

create table ledger.vouchers (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  month int not null,
  dated_on date not null,
  number int,
  kind text not null constraint vouchers_kind_check check (kind in ('ordinary', 'opening', 'release', 'carry-over', 'conversion')),
  status text not null constraint vouchers_status_check check (status in ('draft', 'submitted', 'reviewed', 'posted', 'discarded')),
  summary text not null,
  total_fen bigint not null,
  paper_count int not null default 0 constraint vouchers_paper_count_check check (paper_count >= 0),
  is_gathered boolean not null default false,
  reverses_id uuid,
  commitment_id uuid,
  made_by uuid,
  made_name text not null,
  reviewed_by uuid,
  reviewed_name text,
  posted_by uuid,
  posted_name text,
  posted_at timestamptz(3),
  return_reason text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint vouchers_pkey primary key (city_id, id),
  constraint vouchers_number_key unique (city_id, book_id, month, number),
  constraint vouchers_book_fkey foreign key (city_id, book_id) references ledger.books (city_id, id),
  constraint vouchers_reverses_fkey foreign key (city_id, reverses_id) references ledger.vouchers (city_id, id),
  constraint vouchers_commitment_fkey foreign key (city_id, commitment_id) references ledger.commitments (city_id, id),
  constraint vouchers_month_check check (month = extract(year from dated_on) * 100 + extract(month from dated_on)),
  constraint vouchers_posted_check check ((status = 'posted') = (number is not null) and (status = 'posted') = (posted_at is not null)
    and (status = 'posted') = (posted_name is not null)),
  constraint vouchers_reviewed_check check ((status in ('reviewed', 'posted')) = (reviewed_name is not null)),
  constraint vouchers_people_check check (made_by is distinct from reviewed_by or made_by is null),
  constraint vouchers_poster_check check (posted_by is null or (posted_by is distinct from made_by and posted_by is distinct from reviewed_by))
);
comment on table ledger.vouchers is 'Vouchers 凭证: made, reviewed and posted by three people; the number of the month is given when it is posted.';
comment on column ledger.vouchers.city_id is 'City.';
comment on column ledger.vouchers.id is 'Voucher.';
comment on column ledger.vouchers.scope_code is 'Scope code of the books.';
comment on column ledger.vouchers.book_id is 'Set of books.';
comment on column ledger.vouchers.month is 'Month of dated_on, as 202603.';
comment on column ledger.vouchers.dated_on is 'Day of the voucher.';
comment on column ledger.vouchers.number is 'Number within the month, without a gap; null until it is posted.';
comment on column ledger.vouchers.kind is 'ordinary, opening, release, carry-over or conversion.';
comment on column ledger.vouchers.status is 'draft, submitted (制单), reviewed (审核), posted (记账) or discarded (a draft thrown away).';
comment on column ledger.vouchers.summary is '摘要 of the first line.';
comment on column ledger.vouchers.total_fen is 'Total of the debit column.';
comment on column ledger.vouchers.paper_count is 'Number of papers attached, 附单据张数.';
comment on column ledger.vouchers.is_gathered is 'Whether it gathers journals other modules posted before, instead of making one.';
comment on column ledger.vouchers.reverses_id is 'Voucher it reverses in red letters; null for an original.';
comment on column ledger.vouchers.commitment_id is 'Commitment it pays; null for none.';
comment on column ledger.vouchers.made_by is 'Account that made it last; null where the owner loaded it.';
comment on column ledger.vouchers.made_name is 'Name of who made it, as it was then.';
comment on column ledger.vouchers.reviewed_by is 'Account that reviewed it; null until then or where the owner loaded it.';
comment on column ledger.vouchers.reviewed_name is 'Name of who reviewed it; null until then.';
comment on column ledger.vouchers.posted_by is 'Account that posted it; null until then or where the owner loaded it.';
comment on column ledger.vouchers.posted_name is 'Name of who posted it; null until then.';
comment on column ledger.vouchers.posted_at is 'When it was posted; null until then.';
comment on column ledger.vouchers.return_reason is 'Why it was given back last; null when it never was.';
comment on column ledger.vouchers.version is 'Counts changes; a stale save is refused.';
comment on column ledger.vouchers.created_at is 'When it was begun.';
comment on column ledger.vouchers.updated_at is 'When it last changed.';
create unique index vouchers_reverses_key on ledger.vouchers (city_id, reverses_id) where reverses_id is not null and status <> 'discarded';
create index vouchers_month_idx on ledger.vouchers (city_id, book_id, month, number);
create index vouchers_status_idx on ledger.vouchers (city_id, book_id, status, dated_on);
select platform.declare_table('ledger.vouchers', 'scoped', 'select, insert, update');

create table ledger.voucher_lines (
  city_id int not null,
  voucher_id uuid not null,
  seq int not null,
  scope_code bigint not null,
  memo text not null,
  account_id uuid not null,
  side text not null constraint voucher_lines_side_check check (side in ('debit', 'credit')),
  amount_fen bigint not null constraint voucher_lines_amount_check check (amount_fen <> 0),
  fund_id uuid,
  project_id uuid,
  project_label text,
  cost_class text constraint voucher_lines_cost_class_check check (cost_class in ('charity', 'administration', 'fundraising', 'other')),
  flow_item text,
  constraint voucher_lines_pkey primary key (city_id, voucher_id, seq),
  constraint voucher_lines_voucher_fkey foreign key (city_id, voucher_id) references ledger.vouchers (city_id, id),
  constraint voucher_lines_project_check check ((project_id is null) = (project_label is null))
);
comment on table ledger.voucher_lines is 'Lines of vouchers as they were typed; rewritten while it is a draft, never after.';
comment on column ledger.voucher_lines.city_id is 'City.';
comment on column ledger.voucher_lines.voucher_id is 'Voucher.';
comment on column ledger.voucher_lines.seq is 'Place, from 1.';
comment on column ledger.voucher_lines.scope_code is 'Scope code of the books.';
comment on column ledger.voucher_lines.memo is '摘要; never a child''s name.';
comment on column ledger.voucher_lines.account_id is 'Ledger account.';
comment on column ledger.voucher_lines.side is 'Column: debit or credit.';
comment on column ledger.voucher_lines.amount_fen is 'Amount, debit positive and credit negative, red-letter lines the other way round.';
comment on column ledger.voucher_lines.fund_id is 'Fund; null for none.';
comment on column ledger.voucher_lines.project_id is 'Project; null for none.';
comment on column ledger.voucher_lines.project_label is 'Name of the project; null for none.';
comment on column ledger.voucher_lines.cost_class is 'Class of cost; null where the account is no cost.';
comment on column ledger.voucher_lines.flow_item is 'Line of the cash flow statement; null where the rule derives it.';
select platform.declare_table('ledger.voucher_lines', 'scoped', 'select, insert, delete');

create table ledger.voucher_journals (
  city_id int not null,
  journal_id uuid not null,
  scope_code bigint not null,
  voucher_id uuid not null,
  constraint voucher_journals_pkey primary key (city_id, journal_id),
  constraint voucher_journals_journal_fkey foreign key (city_id, journal_id) references ledger.journals (city_id, id),
  constraint voucher_journals_voucher_fkey foreign key (city_id, voucher_id) references ledger.vouchers (city_id, id)
);
comment on table ledger.voucher_journals is 'Which voucher a journal stands in: its own, or the one that gathers what other modules posted. A month closes when each journal has one.';
comment on column ledger.voucher_journals.city_id is 'City.';
comment on column ledger.voucher_journals.journal_id is 'Journal.';
comment on column ledger.voucher_journals.scope_code is 'Scope code of the books.';
comment on column ledger.voucher_journals.voucher_id is 'Voucher.';
create index voucher_journals_voucher_idx on ledger.voucher_journals (city_id, voucher_id);
select platform.declare_table('ledger.voucher_journals', 'scoped', 'select, insert, delete');

create table ledger.attachments (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  voucher_id uuid not null,
  wrapped_key bytea not null,
  file_key text not null,
  media_type text not null,
  extension text not null,
  title text not null,
  attached_by uuid,
  attached_at timestamptz(3) not null,
  removed_at timestamptz(3),
  constraint attachments_pkey primary key (city_id, id),
  constraint attachments_voucher_fkey foreign key (city_id, voucher_id) references ledger.vouchers (city_id, id)
);
comment on table ledger.attachments is 'Papers of a voucher as pictures or PDF, sealed each under a key of its own.';
comment on column ledger.attachments.city_id is 'City.';
comment on column ledger.attachments.id is 'Attachment.';
comment on column ledger.attachments.scope_code is 'Scope code of the books.';
comment on column ledger.attachments.voucher_id is 'Voucher.';
comment on column ledger.attachments.wrapped_key is 'Data key of this row, wrapped.';
comment on column ledger.attachments.file_key is 'Where the sealed bytes lie.';
comment on column ledger.attachments.media_type is 'Type as its bytes say.';
comment on column ledger.attachments.extension is 'Ending of the file as its bytes say.';
comment on column ledger.attachments.title is 'What it is, e.g. 发票; never the name of a child.';
comment on column ledger.attachments.attached_by is 'Account; null where the owner loaded it.';
comment on column ledger.attachments.attached_at is 'When.';
comment on column ledger.attachments.removed_at is 'When it was taken off a draft; null while it stands.';
create index attachments_voucher_idx on ledger.attachments (city_id, voucher_id);
select platform.declare_table('ledger.attachments', 'scoped', 'select, insert, update');
