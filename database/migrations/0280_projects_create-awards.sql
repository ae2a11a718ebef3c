set local citus.multi_shard_modify_mode = 'sequential';

create schema projects;
comment on schema projects is '公益项目、资助: awards in money, their batches, approvals and payments.';
select platform.declare_schema('projects');

create table projects.award_kinds (
  code text not null,
  valid_from date not null,
  valid_until date,
  name text not null,
  most_fen bigint not null,
  most_per_year int not null,
  needs_child boolean not null,
  sort_order int not null,
  source text not null,
  constraint award_kinds_pkey primary key (code, valid_from),
  constraint award_kinds_days_check check (valid_until is null or valid_until >= valid_from)
);
comment on table projects.award_kinds is 'Kinds of award with their criteria, dated: those that held on the day of the application are asked.';
comment on column projects.award_kinds.code is 'Kind, e.g. schooling.';
comment on column projects.award_kinds.valid_from is 'First day on which it may be applied for under these criteria.';
comment on column projects.award_kinds.valid_until is 'Last such day; null for one that holds now.';
comment on column projects.award_kinds.name is 'Chinese name.';
comment on column projects.award_kinds.most_fen is 'Most that one person may get by one award, in fen.';
comment on column projects.award_kinds.most_per_year is 'Most awards of this kind for one child in a calendar year.';
comment on column projects.award_kinds.needs_child is 'Whether it is only for a child of an open case; others may be for people counted outside.';
comment on column projects.award_kinds.sort_order is 'Order in lists.';
comment on column projects.award_kinds.source is 'Where name and criteria come from.';
select platform.declare_table('projects.award_kinds', 'city-wide', 'select');
insert into projects.award_kinds (code, valid_from, name, most_fen, most_per_year, needs_child, sort_order, source) values
  ('schooling', '2000-01-01', '助学', 500000, 2, false, 10, '平台默认；城市可按本会资助办法另定'),
  ('illness', '2000-01-01', '大病救助', 3000000, 1, true, 20, '平台默认；城市可按本会资助办法另定'),
  ('hardship', '2000-01-01', '困难救助', 300000, 2, true, 30, '平台默认；城市可按本会资助办法另定'),
  ('emergency', '2000-01-01', '临时救急', 200000, 3, false, 40, '平台默认；城市可按本会资助办法另定');

create table projects.awards (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  kind text not null,
  case_id uuid,
  need_id uuid,
  child_id uuid,
  household_id uuid,
  label text not null,
  people_count int not null,
  households_count int not null,
  amount_fen bigint not null,
  payee_label text,
  account_tail text,
  account_term bytea,
  account_problem text,
  relation text not null,
  wrapped_key bytea,
  sealed_words bytea,
  sealed_payee bytea,
  sealed_refusal bytea,
  refusal_kind text,
  status text not null,
  batch_id uuid,
  applied_by uuid,
  applied_name text not null,
  applied_on date not null,
  paid_on date,
  journal_id uuid,
  received_on date,
  scan_key text,
  scan_media_type text,
  scan_extension text,
  ended_on date,
  end_reason text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint awards_pkey primary key (city_id, id),
  constraint awards_for_check
    check ((case_id is null) = (child_id is null) and (child_id is null) = (household_id is null) and (need_id is null or case_id is not null)),
  constraint awards_count_check
    check (people_count between 1 and 100000 and households_count between 0 and people_count and (child_id is null or people_count = 1)),
  constraint awards_amount_check check (amount_fen > 0 and amount_fen < 100000000000),
  constraint awards_account_problem_check check (account_problem in ('missing', 'length', 'check')),
  constraint awards_relation_check check (relation in ('none', 'relative', 'colleague', 'other')),
  constraint awards_refusal_kind_check check (refusal_kind in ('account', 'name', 'closed', 'other')),
  constraint awards_status_check check (status in ('applied', 'listed', 'approved', 'paid', 'received', 'failed', 'declined', 'withdrawn')),
  constraint awards_batch_check check (status not in ('listed', 'approved', 'paid', 'received', 'failed') or batch_id is not null),
  constraint awards_paid_check check ((status in ('paid', 'received')) = (paid_on is not null) and (paid_on is null) = (journal_id is null)),
  constraint awards_received_check check ((status = 'received') = (received_on is not null)),
  constraint awards_ended_check check ((status in ('declined', 'withdrawn')) = (ended_on is not null) and (ended_on is null) = (end_reason is null)),
  constraint awards_scan_check check ((scan_key is null) = (scan_media_type is null) and (scan_key is null) = (scan_extension is null))
);
comment on table projects.awards is 'Money the foundation gives for one child, or for people counted outside: applied for, listed in a batch, approved, paid, received.';
comment on column projects.awards.city_id is 'City.';
comment on column projects.awards.id is 'Award.';
comment on column projects.awards.scope_code is 'Scope code of the unit that applied.';
comment on column projects.awards.unit_id is 'Unit that applied.';
comment on column projects.awards.kind is 'Kind, a code of the dated list.';
comment on column projects.awards.case_id is 'Case of the child; null where people are counted outside.';
comment on column projects.awards.need_id is 'Need of aid it comes from; null where there is none.';
comment on column projects.awards.child_id is 'Child; null where people are counted outside.';
comment on column projects.awards.household_id is 'Household of the child at the application; null where people are counted outside.';
comment on column projects.awards.label is 'Surname and 某, age band; a group in words where people are counted outside; 已删除 after erasure.';
comment on column projects.awards.people_count is 'How many people it is for; 1 for a child.';
comment on column projects.awards.households_count is 'How many households; 1 for a child, 0 where nobody counted them.';
comment on column projects.awards.amount_fen is 'Amount in fen, for all of them.';
comment on column projects.awards.payee_label is 'Surname and 某, or the name of a body, as shown; null while no payee is known and after erasure.';
comment on column projects.awards.account_tail is 'Last four digits of the account number; null while none is known and after erasure.';
comment on column projects.awards.account_term is 'Keyed hash of the account number, compared for equality only; null while none is known and after erasure.';
comment on column projects.awards.account_problem is 'What is wrong with the account number by its form: missing, length or check; null when nothing is.';
comment on column projects.awards.relation is 'How the applicant stands to the payee by own statement: none, relative, colleague or other.';
comment on column projects.awards.wrapped_key is 'Data key of this row, wrapped; null after the child was erased.';
comment on column projects.awards.sealed_words is 'Why it is asked for, sealed; null after erasure.';
comment on column projects.awards.sealed_payee is 'Name, account number and bank of the payee, sealed; null while none is known and after erasure.';
comment on column projects.awards.sealed_refusal is 'What the bank said when a transfer failed last, sealed; null when none failed.';
comment on column projects.awards.refusal_kind is 'Why the last transfer failed: account, name, closed or other; null when none failed.';
comment on column projects.awards.status is 'applied, listed (in a batch), approved, paid, received, failed, declined or withdrawn.';
comment on column projects.awards.batch_id is 'Batch it is listed in, or was listed in last; null while it waits for the first.';
comment on column projects.awards.applied_by is 'Account that applied; null where the owner loaded it.';
comment on column projects.awards.applied_name is 'Name of who applied, as it was then.';
comment on column projects.awards.applied_on is 'Day of the application.';
comment on column projects.awards.paid_on is 'Day the bank paid it; null until then.';
comment on column projects.awards.journal_id is 'Journal of the payment in the ledger; null until it was paid.';
comment on column projects.awards.received_on is 'Day of the signed receipt; null until then.';
comment on column projects.awards.scan_key is 'Key of the scanned receipt among the stored files, sealed under the key of the row; null when none is attached and after erasure.';
comment on column projects.awards.scan_media_type is 'What the scan is by its own bytes; null when none is attached.';
comment on column projects.awards.scan_extension is 'Ending of the scan, without the dot; null when none is attached.';
comment on column projects.awards.ended_on is 'Day it was declined or withdrawn; null while it goes on.';
comment on column projects.awards.end_reason is 'Why, without a name of a person; null while it goes on.';
comment on column projects.awards.version is 'Counts changes; a stale save is refused.';
comment on column projects.awards.created_at is 'When it was applied for.';
comment on column projects.awards.updated_at is 'When it last changed.';
create index awards_scope_idx on projects.awards (city_id, scope_code, updated_at desc, id desc);
create index awards_recent_idx on projects.awards (city_id, updated_at desc, id desc) include (scope_code, status, kind);
create index awards_child_idx on projects.awards (city_id, child_id) where child_id is not null;
create index awards_account_idx on projects.awards (city_id, account_term) where account_term is not null;
create index awards_batch_idx on projects.awards (city_id, batch_id) where batch_id is not null;
create unique index awards_need_key on projects.awards (city_id, need_id) where need_id is not null and status not in ('declined', 'withdrawn');
select platform.declare_table('projects.awards', 'scoped', 'select, insert, update');

create table projects.award_visits (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  award_id uuid not null,
  made_on date not null,
  is_used_as_meant boolean not null,
  sealed_note bytea,
  made_name text not null,
  created_at timestamptz(3) not null,
  constraint award_visits_pkey primary key (city_id, id),
  constraint award_visits_award_fkey foreign key (city_id, award_id) references projects.awards (city_id, id)
);
comment on table projects.award_visits is 'Follow-up visits after an award was paid: did it arrive, was it used as meant.';
comment on column projects.award_visits.city_id is 'City.';
comment on column projects.award_visits.id is 'Visit.';
comment on column projects.award_visits.scope_code is 'Scope code of the award.';
comment on column projects.award_visits.award_id is 'Award.';
comment on column projects.award_visits.made_on is 'Day of the visit.';
comment on column projects.award_visits.is_used_as_meant is 'Whether the money was used as meant.';
comment on column projects.award_visits.sealed_note is 'What was found, sealed under the key of the award; null after erasure.';
comment on column projects.award_visits.made_name is 'Who went.';
comment on column projects.award_visits.created_at is 'When it was recorded.';
create index award_visits_award_idx on projects.award_visits (city_id, award_id, made_on);
select platform.declare_table('projects.award_visits', 'scoped', 'select, insert, update');
