set local citus.multi_shard_modify_mode = 'sequential';

create table duties.related_parties (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  kind text not null constraint related_parties_kind_check check (kind in ('person', 'enterprise')),
  name text not null,
  credit_code text,
  ground text not null constraint related_parties_ground_check check (ground in ('founder', 'major-donor', 'board', 'relative', 'controlled', 'other')),
  words text not null,
  member_id uuid,
  from_on date not null,
  until_on date,
  wrapped_key bytea,
  sealed_identity bytea,
  identity_term bytea,
  version int not null default 1,
  created_by uuid,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint related_parties_pkey primary key (city_id, id),
  constraint related_parties_days_check check (until_on is null or until_on >= from_on),
  constraint related_parties_code_check check (kind = 'enterprise' or credit_code is null),
  constraint related_parties_sealed_check check ((wrapped_key is null) = (sealed_identity is null))
);
comment on table duties.related_parties is 'Related parties of a body (关联方), with ground and days.';
comment on column duties.related_parties.city_id is 'City.';
comment on column duties.related_parties.id is 'Related party.';
comment on column duties.related_parties.scope_code is 'Scope code of the books.';
comment on column duties.related_parties.book_id is 'Set of books of the body.';
comment on column duties.related_parties.kind is 'person or enterprise.';
comment on column duties.related_parties.name is 'Name; the list is handed to the registrar.';
comment on column duties.related_parties.credit_code is '统一社会信用代码 of an enterprise; null where it is not known, and for a person.';
comment on column duties.related_parties.ground is 'Why it is related: founder, major-donor, board, relative (near relative of one of these), controlled (by one of these), other.';
comment on column duties.related_parties.words is 'The relation in words.';
comment on column duties.related_parties.member_id is 'Term of the board member by whom it is related; null where it is by none.';
comment on column duties.related_parties.from_on is 'First day of the relation.';
comment on column duties.related_parties.until_on is 'Last day; null while it lasts.';
comment on column duties.related_parties.wrapped_key is 'Data key of this row, wrapped; null where nothing is sealed.';
comment on column duties.related_parties.sealed_identity is 'Phone and identity number of a person, sealed; null where none was given.';
comment on column duties.related_parties.identity_term is 'Keyed hash of the identity number; null where none was given.';
comment on column duties.related_parties.version is 'Counts changes; a stale save is refused.';
comment on column duties.related_parties.created_by is 'Account; null where the owner loaded it.';
comment on column duties.related_parties.created_at is 'When.';
comment on column duties.related_parties.updated_at is 'When it last changed.';
create index related_parties_book_idx on duties.related_parties (city_id, book_id);
create index related_parties_name_idx on duties.related_parties (city_id, name);
select platform.declare_table('duties.related_parties', 'scoped', 'select, insert, update');

create table duties.dealings (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  party_id uuid not null,
  kind text not null constraint dealings_kind_check check (kind in ('gift', 'grant', 'joint-investment', 'entrusted-investment', 'trade', 'other')),
  amount_fen bigint not null constraint dealings_amount_check check (amount_fen >= 0 and amount_fen < 100000000000),
  happened_on date not null,
  words text not null,
  matched_by text not null constraint dealings_matched_by_check check (matched_by in ('code', 'name', 'desk')),
  source text not null,
  source_id uuid,
  recorded_by uuid,
  recorded_name text not null,
  recorded_at timestamptz(3) not null,
  constraint dealings_pkey primary key (city_id, id),
  constraint dealings_party_fkey foreign key (city_id, party_id) references duties.related_parties (city_id, id)
);
comment on table duties.dealings is 'What passed between a body and its related parties; appended. Each is to be disclosed.';
comment on column duties.dealings.city_id is 'City.';
comment on column duties.dealings.id is 'Dealing.';
comment on column duties.dealings.scope_code is 'Scope code of the books.';
comment on column duties.dealings.book_id is 'Set of books of the body.';
comment on column duties.dealings.party_id is 'Related party.';
comment on column duties.dealings.kind is 'The six sorts the rule names: gift, grant, joint-investment, entrusted-investment, trade, other.';
comment on column duties.dealings.amount_fen is 'Amount, in fen.';
comment on column duties.dealings.happened_on is 'Day.';
comment on column duties.dealings.words is 'What it was.';
comment on column duties.dealings.matched_by is 'How it was found: by credit code, by name, or typed.';
comment on column duties.dealings.source is 'duties.desk, or the module and sort of record.';
comment on column duties.dealings.source_id is 'That record; null where it was typed.';
comment on column duties.dealings.recorded_by is 'Account; null where a job or the owner wrote it.';
comment on column duties.dealings.recorded_name is 'Name of who recorded it.';
comment on column duties.dealings.recorded_at is 'When.';
create unique index dealings_source_key on duties.dealings (city_id, party_id, source, source_id) where source_id is not null;
create index dealings_book_idx on duties.dealings (city_id, book_id, happened_on);
select platform.declare_table('duties.dealings', 'scoped', 'select, insert');

-- Gifts as the search for related parties needs them: enterprises by credit code, persons by the keyed hashes of their name.
create view charity.published_gifts with (security_invoker = true) as
  select g.city_id, g.id, g.scope_code, g.book_id, g.donor_id, g.donor_kind, g.donor_label, d.credit_code, g.form, g.amount_fen, g.received_on, g.status
    from charity.gifts g join charity.donors d on d.city_id = g.city_id and d.id = g.donor_id;
comment on view charity.published_gifts is 'Gifts with the credit code of their donor; persons stay masked.';
create view charity.published_donor_terms with (security_invoker = true) as
  select t.city_id, t.scope_code, t.donor_id, t.term from charity.donor_terms t;
comment on view charity.published_donor_terms is 'Keyed hashes of donors, for equality only.';
grant select on charity.published_gifts, charity.published_donor_terms to xinhuo_app, xinhuo_worker;
