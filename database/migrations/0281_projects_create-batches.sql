set local citus.multi_shard_modify_mode = 'sequential';

create table projects.batches (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  book_id uuid not null,
  fund_id uuid not null,
  is_restricted boolean not null,
  bank_account_id uuid not null,
  title text not null,
  status text not null,
  round int not null default 1,
  rows_count int not null default 0,
  total_fen bigint not null default 0,
  list_hash bytea,
  commitment_id uuid,
  made_by uuid,
  made_name text not null,
  submitted_on date,
  approved_on date,
  settled_on date,
  files_made int not null default 0,
  return_reason text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint batches_pkey primary key (city_id, id),
  constraint batches_status_check check (status in ('draft', 'submitted', 'approved', 'settled', 'discarded')),
  constraint batches_list_check
    check ((status in ('submitted', 'approved', 'settled')) = (list_hash is not null) and (list_hash is null) = (submitted_on is null)),
  constraint batches_rows_check check (list_hash is null or (rows_count > 0 and total_fen > 0)),
  constraint batches_approved_check check ((status in ('approved', 'settled')) = (approved_on is not null)),
  constraint batches_settled_check check ((status = 'settled') = (settled_on is not null))
);
comment on table projects.batches is 'Awards that are approved and paid together out of one fund. Once handed in the list is frozen; two people approve that very list.';
comment on column projects.batches.city_id is 'City.';
comment on column projects.batches.id is 'Batch.';
comment on column projects.batches.scope_code is 'Scope code of the books it is paid from.';
comment on column projects.batches.unit_id is 'Unit whose books they are.';
comment on column projects.batches.book_id is 'Set of books.';
comment on column projects.batches.fund_id is 'Fund that pays.';
comment on column projects.batches.is_restricted is 'Whether the fund is restricted: only then money is reserved.';
comment on column projects.batches.bank_account_id is 'Ledger account of the bank.';
comment on column projects.batches.title is 'What it is called.';
comment on column projects.batches.status is 'draft, submitted, approved, settled (every row was paid or failed) or discarded.';
comment on column projects.batches.round is 'How often it was handed in; approvals of an earlier round count nothing.';
comment on column projects.batches.rows_count is 'Number of rows.';
comment on column projects.batches.total_fen is 'Sum of the rows, in fen.';
comment on column projects.batches.list_hash is 'SHA-256 of the list as it was handed in; null while it is a draft or discarded.';
comment on column projects.batches.commitment_id is 'Commitment of the ledger; null until it was approved, and where the fund is unrestricted.';
comment on column projects.batches.made_by is 'Account that made it; null where the owner loaded it.';
comment on column projects.batches.made_name is 'Name, as it was then.';
comment on column projects.batches.submitted_on is 'Day it was handed in; null while it is a draft.';
comment on column projects.batches.approved_on is 'Day of the second approval; null until then.';
comment on column projects.batches.settled_on is 'Day the last row was paid or failed; null until then.';
comment on column projects.batches.files_made is 'How often a payment file was made.';
comment on column projects.batches.return_reason is 'Why it was given back last; null when it never was.';
comment on column projects.batches.version is 'Counts changes; a stale save is refused.';
comment on column projects.batches.created_at is 'When it was begun.';
comment on column projects.batches.updated_at is 'When it last changed.';
create index batches_scope_idx on projects.batches (city_id, scope_code, updated_at desc, id desc);
select platform.declare_table('projects.batches', 'scoped', 'select, insert, update');

create table projects.batch_rows (
  city_id int not null,
  batch_id uuid not null,
  seq int not null,
  scope_code bigint not null,
  award_id uuid not null,
  amount_fen bigint not null,
  payee_hash bytea,
  findings text[] not null,
  answer text,
  outcome text,
  outcome_on date,
  journal_id uuid,
  constraint batch_rows_pkey primary key (city_id, batch_id, seq),
  constraint batch_rows_award_key unique (city_id, batch_id, award_id),
  constraint batch_rows_batch_fkey foreign key (city_id, batch_id) references projects.batches (city_id, id),
  constraint batch_rows_award_fkey foreign key (city_id, award_id) references projects.awards (city_id, id),
  constraint batch_rows_outcome_check check (outcome in ('paid', 'failed') and outcome_on is not null or outcome is null and outcome_on is null),
  constraint batch_rows_journal_check check ((outcome = 'paid') is true = (journal_id is not null))
);
comment on table projects.batch_rows is 'Rows of a batch: what they say is frozen once it is handed in, what became of them is written later.';
comment on column projects.batch_rows.city_id is 'City.';
comment on column projects.batch_rows.batch_id is 'Batch.';
comment on column projects.batch_rows.seq is 'Place in the list, from 1.';
comment on column projects.batch_rows.scope_code is 'Scope code of the books.';
comment on column projects.batch_rows.award_id is 'Award.';
comment on column projects.batch_rows.amount_fen is 'Amount in fen.';
comment on column projects.batch_rows.payee_hash is 'Keyed hash of name, account number and bank of the payee as handed in; null while it is a draft.';
comment on column projects.batch_rows.findings is 'What the checks found, by name, when it was put into the list.';
comment on column projects.batch_rows.answer is 'What is said to the findings, without a name of a person; null where nothing was found.';
comment on column projects.batch_rows.outcome is 'paid or failed; null while the bank has not answered.';
comment on column projects.batch_rows.outcome_on is 'Day of the outcome; null until then.';
comment on column projects.batch_rows.journal_id is 'Journal of the payment; null unless it was paid.';
create index batch_rows_award_idx on projects.batch_rows (city_id, award_id);
select platform.declare_table('projects.batch_rows', 'scoped', 'select, insert, update, delete');

create table projects.batch_approvals (
  city_id int not null,
  batch_id uuid not null,
  round int not null,
  approved_by uuid not null,
  scope_code bigint not null,
  approved_name text not null,
  list_hash bytea not null,
  approved_at timestamptz(3) not null,
  constraint batch_approvals_pkey primary key (city_id, batch_id, round, approved_by),
  constraint batch_approvals_batch_fkey foreign key (city_id, batch_id) references projects.batches (city_id, id)
);
comment on table projects.batch_approvals is 'Who approved which list: two of them, neither of them an applicant, the maker, or each other.';
comment on column projects.batch_approvals.city_id is 'City.';
comment on column projects.batch_approvals.batch_id is 'Batch.';
comment on column projects.batch_approvals.round is 'Round of handing in.';
comment on column projects.batch_approvals.approved_by is 'Account.';
comment on column projects.batch_approvals.scope_code is 'Scope code of the books.';
comment on column projects.batch_approvals.approved_name is 'Name, as it was then.';
comment on column projects.batch_approvals.list_hash is 'Hash of the list that was looked at.';
comment on column projects.batch_approvals.approved_at is 'When.';
select platform.declare_table('projects.batch_approvals', 'scoped', 'select, insert');

create table projects.result_files (
  city_id int not null,
  batch_id uuid not null,
  content_hash bytea not null,
  scope_code bigint not null,
  paid_count int not null,
  failed_count int not null,
  imported_name text not null,
  imported_at timestamptz(3) not null,
  constraint result_files_pkey primary key (city_id, batch_id, content_hash),
  constraint result_files_batch_fkey foreign key (city_id, batch_id) references projects.batches (city_id, id)
);
comment on table projects.result_files is 'Files with results of the bank, by their content: the same one twice is refused.';
comment on column projects.result_files.city_id is 'City.';
comment on column projects.result_files.batch_id is 'Batch.';
comment on column projects.result_files.content_hash is 'SHA-256 of the file.';
comment on column projects.result_files.scope_code is 'Scope code of the books.';
comment on column projects.result_files.paid_count is 'Rows it said were paid.';
comment on column projects.result_files.failed_count is 'Rows it said had failed.';
comment on column projects.result_files.imported_name is 'Who imported it.';
comment on column projects.result_files.imported_at is 'When.';
select platform.declare_table('projects.result_files', 'scoped', 'select, insert');

-- What the house asks of an approved list is held here as well, whoever writes, and however. Where a row belongs may follow a moved unit.
create function projects.hold_list() returns trigger language plpgsql as $$
declare v_status text;
begin
  select b.status into v_status from projects.batches b where b.city_id = coalesce(new.city_id, old.city_id) and b.id = coalesce(new.batch_id, old.batch_id);
  if tg_op = 'UPDATE' and (new.city_id, new.batch_id, new.seq, new.award_id, new.amount_fen, new.findings, new.answer)
      is not distinct from (old.city_id, old.batch_id, old.seq, old.award_id, old.amount_fen, old.findings, old.answer)
      and (new.payee_hash is not distinct from old.payee_hash or v_status = 'draft')
      and (new.outcome is not distinct from old.outcome or v_status = 'approved') then
    return new;
  end if;
  if v_status is distinct from 'draft' then
    raise exception 'the list of batch % is frozen', coalesce(new.batch_id, old.batch_id) using constraint = 'batch_rows_frozen', errcode = '23514';
  end if;
  return coalesce(new, old);
end $$;
comment on function projects.hold_list is 'Rows change only while their batch is a draft; an outcome is written only to an approved one.';
create trigger batch_rows_frozen before insert or update or delete on projects.batch_rows for each row execute function projects.hold_list();

create function projects.hold_batch() returns trigger language plpgsql as $$
begin
  if old.status in ('approved', 'settled') and ((new.book_id, new.fund_id, new.rows_count, new.total_fen, new.list_hash, new.round)
      is distinct from (old.book_id, old.fund_id, old.rows_count, old.total_fen, old.list_hash, old.round) or new.status not in ('approved', 'settled')
      or old.status = 'settled' and new.status <> 'settled') then
    raise exception 'batch % was approved and cannot change', old.id using constraint = 'batches_frozen', errcode = '23514';
  end if;
  if new.status = 'approved' and old.status <> 'approved' and (select count(*) from projects.batch_approvals a where a.city_id = new.city_id
      and a.batch_id = new.id and a.round = new.round and a.list_hash = new.list_hash) < 2 then
    raise exception 'batch % is not approved by two people', new.id using constraint = 'batches_two_approvals', errcode = '23514';
  end if;
  return new;
end $$;
comment on function projects.hold_batch is 'A batch is approved by two approvals of this very list, and then keeps fund, list and sum.';
create trigger batches_frozen before update on projects.batches for each row execute function projects.hold_batch();

create function projects.hold_award() returns trigger language plpgsql as $$
declare v_batch text;
begin
  select b.status into v_batch from projects.batches b where b.city_id = new.city_id and b.id = new.batch_id;
  if new.status in ('approved', 'paid') and new.status <> old.status and v_batch is distinct from 'approved'
      or new.status = 'paid' and old.status not in ('approved', 'paid') or new.status = 'received' and old.status not in ('paid', 'received') then
    raise exception 'award % stands in no approved batch', new.id using constraint = 'awards_approved_batch', errcode = '23514';
  end if;
  if old.status in ('approved', 'paid', 'received') and ((new.amount_fen, new.batch_id) is distinct from (old.amount_fen, old.batch_id)
      or new.account_term is distinct from old.account_term and new.account_term is not null) then
    raise exception 'award % was approved and cannot change', new.id using constraint = 'awards_frozen', errcode = '23514';
  end if;
  return new;
end $$;
comment on function projects.hold_award is 'Nothing is paid outside an approved batch, and what was approved keeps amount and account; only an erasure takes the account away.';
create trigger awards_frozen before update on projects.awards for each row execute function projects.hold_award();

create function projects.hold_new_award() returns trigger language plpgsql as $$
begin
  if new.status <> 'applied' then
    raise exception 'an award begins as applied for' using constraint = 'awards_begin_applied', errcode = '23514';
  end if;
  return new;
end $$;
comment on function projects.hold_new_award is 'Nobody writes an award that is approved or paid already.';
create trigger awards_begin_applied before insert on projects.awards for each row execute function projects.hold_new_award();
