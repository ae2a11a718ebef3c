set local citus.multi_shard_modify_mode = 'sequential';

create table ledger.project_names (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  label text not null,
  is_open boolean not null,
  constraint project_names_pkey primary key (city_id, id),
  constraint project_names_book_fkey foreign key (city_id, book_id) references ledger.books (city_id, id)
);
comment on table ledger.project_names is 'Projects a line may name, as the module that runs them tells the books: an id and a label, nothing else.';
comment on column ledger.project_names.city_id is 'City.';
comment on column ledger.project_names.id is 'Project, or a line of its budget.';
comment on column ledger.project_names.scope_code is 'Scope code of the books.';
comment on column ledger.project_names.book_id is 'Set of books.';
comment on column ledger.project_names.label is 'How it reads on a line.';
comment on column ledger.project_names.is_open is 'Whether new lines may name it.';
create index project_names_book_idx on ledger.project_names (city_id, book_id, label);
select platform.declare_table('ledger.project_names', 'scoped', 'select, insert, update');

-- What projects read of the books: every line that names a project, with the voucher it stands in.
create view ledger.published_project_postings with (security_invoker = true) as
  select p.city_id, p.scope_code, p.book_id, p.project_id, p.project_label, p.journal_id, p.seq, j.dated_on, p.memo, a.code as account_code,
    a.name as account_name, a.kind = 'cost' as is_cost, p.amount_fen, p.fund_id, x.voucher_id
    from ledger.postings p
    join ledger.journals j on j.city_id = p.city_id and j.id = p.journal_id
    join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
    left join ledger.voucher_journals x on x.city_id = p.city_id and x.journal_id = p.journal_id
   where p.project_id is not null and p.kind in ('ordinary', 'opening');
comment on view ledger.published_project_postings is 'Lines that name a project: debit positive.';

create view ledger.published_reservations with (security_invoker = true) as
  select c.city_id, c.scope_code, c.id, c.book_id, c.fund_id, c.amount_fen - c.paid_fen as left_fen from ledger.commitments c where c.status = 'reserved';
comment on view ledger.published_reservations is 'What is left of a commitment, for the module that made it.';
grant select on ledger.published_project_postings, ledger.published_reservations to xinhuo_app, xinhuo_worker;
