set local citus.multi_shard_modify_mode = 'sequential';

create schema charity;
comment on schema charity is '捐赠与资金去向: donors, gifts, goods, agreements, the money trail.';
select platform.declare_schema('charity');

create table charity.donors (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  kind text not null constraint donors_kind_check check (kind in ('person', 'enterprise', 'anonymous')),
  label text not null,
  credit_code text,
  is_named boolean not null,
  wrapped_key bytea,
  sealed_identity bytea,
  version int not null default 1,
  created_by uuid,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint donors_pkey primary key (city_id, id),
  constraint donors_credit_code_key unique (city_id, credit_code),
  constraint donors_code_check check ((kind = 'enterprise') = (credit_code is not null)),
  constraint donors_sealed_check check ((wrapped_key is null) = (sealed_identity is null) and (kind = 'anonymous') = (wrapped_key is null))
);
comment on table charity.donors is 'Who gives: persons are masked here and sealed beside it, enterprises are known by their credit code, the anonymous by nothing.';
comment on column charity.donors.city_id is 'City.';
comment on column charity.donors.id is 'Donor.';
comment on column charity.donors.scope_code is 'Scope code of the unit that registered the donor.';
comment on column charity.donors.unit_id is 'Unit that registered the donor.';
comment on column charity.donors.kind is 'person, enterprise or anonymous.';
comment on column charity.donors.label is 'Surname and 某, the name of the enterprise, or 匿名.';
comment on column charity.donors.credit_code is '统一社会信用代码 of an enterprise, its check sign held; null for all others.';
comment on column charity.donors.is_named is 'Whether the donor agreed to be named in public; the page of a trail names nobody all the same.';
comment on column charity.donors.wrapped_key is 'Data key of this row, wrapped; null for an anonymous donor.';
comment on column charity.donors.sealed_identity is 'Name, phone and address of a person, contact of an enterprise, sealed; null for an anonymous donor.';
comment on column charity.donors.version is 'Counts changes; a stale save is refused.';
comment on column charity.donors.created_by is 'Account that registered the donor; null where the owner loaded it.';
comment on column charity.donors.created_at is 'When.';
comment on column charity.donors.updated_at is 'When it last changed.';
create index donors_scope_idx on charity.donors (city_id, scope_code, updated_at desc, id desc);
select platform.declare_table('charity.donors', 'scoped', 'select, insert, update');

create table charity.donor_terms (
  city_id int not null,
  term bytea not null,
  scope_code bigint not null,
  donor_id uuid not null,
  constraint donor_terms_pkey primary key (city_id, term, scope_code, donor_id),
  constraint donor_terms_donor_fkey foreign key (city_id, donor_id) references charity.donors (city_id, id)
);
comment on table charity.donor_terms is 'Keyed hashes by which a donor is found: characters and pinyin of the name, credit code, phone. Compared for equality only.';
comment on column charity.donor_terms.city_id is 'City.';
comment on column charity.donor_terms.term is 'Keyed hash of one term.';
comment on column charity.donor_terms.scope_code is 'Scope code of the donor.';
comment on column charity.donor_terms.donor_id is 'Donor.';
create index donor_terms_donor_idx on charity.donor_terms (city_id, donor_id);
select platform.declare_table('charity.donor_terms', 'scoped', 'select, insert, update, delete');

create table charity.agreements (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  donor_id uuid not null,
  kind text not null constraint agreements_kind_check check (kind in ('agreement', 'pledge')),
  title text not null,
  signed_on date not null,
  total_fen bigint not null constraint agreements_total_check check (total_fen > 0 and total_fen < 100000000000),
  fund_id uuid not null,
  purpose text not null,
  status text not null constraint agreements_status_check check (status in ('open', 'fulfilled', 'ended')),
  ended_on date,
  end_reason text,
  version int not null default 1,
  created_by uuid,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint agreements_pkey primary key (city_id, id),
  constraint agreements_donor_fkey foreign key (city_id, donor_id) references charity.donors (city_id, id),
  constraint agreements_ended_check check ((status = 'open') = (ended_on is null) and (status = 'ended') = (end_reason is not null))
);
comment on table charity.agreements is 'What a donor promised in writing: an agreement, or a pledge without one; paid in instalments.';
comment on column charity.agreements.city_id is 'City.';
comment on column charity.agreements.id is 'Agreement.';
comment on column charity.agreements.scope_code is 'Scope code of the donor.';
comment on column charity.agreements.donor_id is 'Donor.';
comment on column charity.agreements.kind is 'agreement (signed by both) or pledge (a promise).';
comment on column charity.agreements.title is 'What it is called.';
comment on column charity.agreements.signed_on is 'Day it was signed or promised.';
comment on column charity.agreements.total_fen is 'Sum of its instalments, in fen.';
comment on column charity.agreements.fund_id is 'Fund it is for.';
comment on column charity.agreements.purpose is 'What the money is for.';
comment on column charity.agreements.status is 'open, fulfilled (all instalments came) or ended (the rest will not come).';
comment on column charity.agreements.ended_on is 'Day it was fulfilled or ended; null while it is open.';
comment on column charity.agreements.end_reason is 'Why the rest will not come; null unless it was ended.';
comment on column charity.agreements.version is 'Counts changes; a stale save is refused.';
comment on column charity.agreements.created_by is 'Account that recorded it; null where the owner loaded it.';
comment on column charity.agreements.created_at is 'When it was recorded.';
comment on column charity.agreements.updated_at is 'When it last changed.';
create index agreements_scope_idx on charity.agreements (city_id, scope_code, updated_at desc, id desc);
create index agreements_donor_idx on charity.agreements (city_id, donor_id);
select platform.declare_table('charity.agreements', 'scoped', 'select, insert, update');

create table charity.instalments (
  city_id int not null,
  agreement_id uuid not null,
  seq int not null,
  scope_code bigint not null,
  due_on date not null,
  amount_fen bigint not null constraint instalments_amount_check check (amount_fen > 0 and amount_fen < 100000000000),
  reminded_on date,
  constraint instalments_pkey primary key (city_id, agreement_id, seq),
  constraint instalments_agreement_fkey foreign key (city_id, agreement_id) references charity.agreements (city_id, id)
);
comment on table charity.instalments is 'Parts of an agreement, each due on a day; a confirmed gift that names one meets it.';
comment on column charity.instalments.city_id is 'City.';
comment on column charity.instalments.agreement_id is 'Agreement.';
comment on column charity.instalments.seq is 'Place, from 1.';
comment on column charity.instalments.scope_code is 'Scope code of the agreement.';
comment on column charity.instalments.due_on is 'Day it is due.';
comment on column charity.instalments.amount_fen is 'Amount, in fen.';
comment on column charity.instalments.reminded_on is 'Day the office was reminded of it last; null when it never was.';
create index instalments_due_idx on charity.instalments (city_id, due_on);
select platform.declare_table('charity.instalments', 'scoped', 'select, insert, update');
