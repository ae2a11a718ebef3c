set local citus.multi_shard_modify_mode = 'sequential';

create schema children;
comment on schema children is '关爱对象: cards without identity, sealed identities, dated facts, derived types, consents, access.';
select platform.declare_schema('children');

create table children.households (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  size smallint constraint households_size_check check (size between 1 and 50),
  created_at timestamptz not null default now(),
  constraint households_pkey primary key (city_id, id),
  constraint households_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id)
);
comment on table children.households is 'People who live together; siblings share one.';
comment on column children.households.city_id is 'City.';
comment on column children.households.id is 'Household.';
comment on column children.households.scope_code is 'Scope code of the unit that registered it.';
comment on column children.households.unit_id is 'Unit that registered it.';
comment on column children.households.size is 'How many people live together; null when not known.';
comment on column children.households.created_at is 'When it was registered.';
select platform.declare_table('children.households', 'scoped', 'select, insert, update');

create table children.children (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  household_id uuid not null,
  masked_name text not null,
  sex text not null constraint children_sex_check check (sex in ('male', 'female')),
  age_band text not null constraint children_age_band_check check (age_band in ('0-5', '6-13', '14-15', '16-17', '18+')),
  next_milestone_on date,
  registered_on date not null,
  registered_by uuid,
  derived_types text[] not null default '{}',
  civil_affairs_types text[] not null default '{}',
  civil_affairs_on date,
  civil_affairs_source text,
  differs boolean not null default false,
  has_service_consent boolean not null default false,
  status text not null default 'registered' constraint children_status_check check (status in ('registered', 'closed', 'erased')),
  closed_on date,
  closing_reason text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint children_pkey primary key (city_id, id),
  constraint children_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id),
  constraint children_household_fkey foreign key (city_id, household_id) references children.households (city_id, id),
  constraint children_closed_check check ((status = 'registered') = (closed_on is null) and (closed_on is null) = (closing_reason is null))
);
comment on table children.children is 'The card of a child: what may be shown without identity. Names, numbers, addresses and the birth date stand sealed in identities.';
comment on column children.children.city_id is 'City.';
comment on column children.children.id is 'Child.';
comment on column children.children.scope_code is 'Scope code of the unit that looks after the child.';
comment on column children.children.unit_id is 'Unit that looks after the child.';
comment on column children.children.household_id is 'Household; siblings share one.';
comment on column children.children.masked_name is 'Surname and 某.';
comment on column children.children.sex is 'male or female.';
comment on column children.children.age_band is 'Band of age shown in place of the birth date; the daily job moves it.';
comment on column children.children.next_milestone_on is 'Next day on which a type or the age band may change without anybody doing anything; null when no such day comes.';
comment on column children.children.registered_on is 'Day of registration.';
comment on column children.children.registered_by is 'Account that registered the child; null for imports of the system itself.';
comment on column children.children.derived_types is 'What our rules derive today (平台推算), without the types that would themselves reveal something shameful.';
comment on column children.children.civil_affairs_types is 'What civil affairs has recognised (民政认定).';
comment on column children.children.civil_affairs_on is 'Day of that decision or list; null while nothing was entered.';
comment on column children.children.civil_affairs_source is 'Which list or paper says so; null while nothing was entered.';
comment on column children.children.differs is 'Derived and recognised types differ where they can be compared.';
comment on column children.children.has_service_consent is 'A consent to being helped holds today.';
comment on column children.children.status is 'registered, closed or erased.';
comment on column children.children.closed_on is 'Day the file was closed; null while it is open.';
comment on column children.children.closing_reason is 'Why it was closed, a code; null while it is open.';
comment on column children.children.version is 'Counts changes; a stale save is refused.';
comment on column children.children.created_at is 'When the row was made.';
comment on column children.children.updated_at is 'When the row last changed.';
create index children_scope_idx on children.children (city_id, scope_code, updated_at desc, id desc) include (status, sex, age_band, differs);
create index children_recent_idx on children.children (city_id, updated_at desc, id desc) include (scope_code, status, sex, age_band, differs);
create index children_differs_idx on children.children (city_id, scope_code, updated_at desc, id desc) where differs and status = 'registered';
create index children_milestone_idx on children.children (city_id, next_milestone_on) where next_milestone_on is not null;
create index children_household_idx on children.children (city_id, household_id);
select platform.declare_table('children.children', 'scoped', 'select, insert, update');

create table children.identities (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  sealed bytea,
  sealed_health bytea,
  updated_at timestamptz(3) not null default now(),
  constraint identities_pkey primary key (city_id, id),
  constraint identities_child_fkey foreign key (city_id, id) references children.children (city_id, id)
);
comment on table children.identities is 'Who the child is, encrypted under the child''s own key: name, paper and number, birth date, phone, address, school, health.';
comment on column children.identities.city_id is 'City.';
comment on column children.identities.id is 'Child.';
comment on column children.identities.scope_code is 'Scope code of the child''s unit.';
comment on column children.identities.sealed is 'Name, paper, birth date, phone, address, school; null after erasure.';
comment on column children.identities.sealed_health is 'Note on health, sealed apart so that opening a name does not open it; null when there is none or after erasure.';
comment on column children.identities.updated_at is 'When it last changed.';
select platform.declare_table('children.identities', 'scoped', 'select, insert, update');

create table children.person_keys (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  wrapped bytea,
  erased_at timestamptz,
  erased_by uuid,
  constraint person_keys_pkey primary key (city_id, id),
  constraint person_keys_child_fkey foreign key (city_id, id) references children.children (city_id, id),
  constraint person_keys_erased_check check ((wrapped is null) = (erased_at is not null))
);
comment on table children.person_keys is 'The data key of each child, wrapped by a master key outside the database. Blanked by access.erase_child: then nothing sealed can be read again.';
comment on column children.person_keys.city_id is 'City.';
comment on column children.person_keys.id is 'Child.';
comment on column children.person_keys.scope_code is 'Scope code of the child''s unit.';
comment on column children.person_keys.wrapped is 'Wrapped data key; null after erasure.';
comment on column children.person_keys.erased_at is 'When the key was destroyed; null while it holds.';
comment on column children.person_keys.erased_by is 'Account that ordered the erasure; null while the key holds.';
select platform.declare_table('children.person_keys', 'scoped', 'select, insert');

create table children.guardians (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  child_id uuid not null,
  relation text not null,
  guardianship text not null,
  is_primary boolean not null default false,
  sealed bytea,
  created_at timestamptz not null default now(),
  constraint guardians_pkey primary key (city_id, id),
  constraint guardians_child_fkey foreign key (city_id, child_id) references children.children (city_id, id)
);
comment on table children.guardians is 'Who is answerable for a child; name, phone and number are sealed under the child''s key.';
comment on column children.guardians.city_id is 'City.';
comment on column children.guardians.id is 'Guardian.';
comment on column children.guardians.scope_code is 'Scope code of the child''s unit.';
comment on column children.guardians.child_id is 'Child.';
comment on column children.guardians.relation is 'Relation to the child, a code: father, grandmother, …';
comment on column children.guardians.guardianship is 'Kind of guardianship, a code: legal, entrusted, institution, temporary.';
comment on column children.guardians.is_primary is 'Whom to call first.';
comment on column children.guardians.sealed is 'Name, phone, identity number; null after erasure.';
comment on column children.guardians.created_at is 'When the guardian was entered.';
create index guardians_child_idx on children.guardians (city_id, child_id);
select platform.declare_table('children.guardians', 'scoped', 'select, insert, update');

create table children.facts (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  child_id uuid not null,
  subject text not null constraint facts_subject_check check (subject in ('child', 'father', 'mother', 'household', 'guardian')),
  kind text not null,
  value text not null,
  from_on date not null,
  until_on date,
  evidence text not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  constraint facts_pkey primary key (city_id, id),
  constraint facts_child_fkey foreign key (city_id, child_id) references children.children (city_id, id),
  constraint facts_period_check check (until_on is null or until_on >= from_on),
  constraint facts_void_check check ((voided_at is null) = (void_reason is null))
);
comment on table children.facts is 'Dated facts about a child, its parents, household or guardian: codes only. The types are derived from them.';
comment on column children.facts.city_id is 'City.';
comment on column children.facts.id is 'Fact.';
comment on column children.facts.scope_code is 'Scope code of the child''s unit.';
comment on column children.facts.child_id is 'Child.';
comment on column children.facts.subject is 'About whom: child, father, mother, household, guardian.';
comment on column children.facts.kind is 'What kind of fact, a code: life, custody, schooling, …';
comment on column children.facts.value is 'What holds, a code of that kind.';
comment on column children.facts.from_on is 'First day on which it holds.';
comment on column children.facts.until_on is 'Last day on which it holds; null while it goes on.';
comment on column children.facts.evidence is 'What proves it, a code: certificate, civil-affairs, court, school, visit, statement.';
comment on column children.facts.recorded_by is 'Account that recorded it; null for imports of the system itself.';
comment on column children.facts.recorded_at is 'When it was recorded.';
comment on column children.facts.voided_at is 'When it was declared a mistake; null while it stands.';
comment on column children.facts.void_reason is 'Why it was a mistake; null while it stands.';
create index facts_child_idx on children.facts (city_id, child_id, from_on);
select platform.declare_table('children.facts', 'scoped', 'select, insert, update');

create table children.derived_types (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  child_id uuid not null,
  type text not null,
  from_on date not null,
  until_on date,
  rule_version int not null,
  fact_ids uuid[] not null,
  derived_at timestamptz not null default now(),
  voided_at timestamptz,
  constraint derived_types_pkey primary key (city_id, id),
  constraint derived_types_child_fkey foreign key (city_id, child_id) references children.children (city_id, id)
);
comment on table children.derived_types is 'History of what the rules derived, so that any past day can be asked. Written by the rule engine only.';
comment on column children.derived_types.city_id is 'City.';
comment on column children.derived_types.id is 'Row.';
comment on column children.derived_types.scope_code is 'Scope code of the child''s unit.';
comment on column children.derived_types.child_id is 'Child.';
comment on column children.derived_types.type is 'Type.';
comment on column children.derived_types.from_on is 'First day on which the type holds.';
comment on column children.derived_types.until_on is 'Last day on which it held; null while it goes on.';
comment on column children.derived_types.rule_version is 'Version of the rule that derived it.';
comment on column children.derived_types.fact_ids is 'Facts from which it was derived.';
comment on column children.derived_types.derived_at is 'When it was derived.';
comment on column children.derived_types.voided_at is 'When the facts turned out otherwise and the row was replaced; null while it stands.';
create index derived_types_child_idx on children.derived_types (city_id, child_id, from_on);
select platform.declare_table('children.derived_types', 'scoped', 'select, insert, update');

create table children.consents (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  child_id uuid not null,
  kind text not null constraint consents_kind_check check (kind in ('service', 'publication', 'sharing')),
  guardian_id uuid,
  form text not null,
  covers text not null,
  from_on date not null,
  until_on date,
  withdrawn_on date,
  withdrawal_reason text,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  constraint consents_pkey primary key (city_id, id),
  constraint consents_child_fkey foreign key (city_id, child_id) references children.children (city_id, id),
  constraint consents_period_check check (until_on is null or until_on >= from_on)
);
comment on table children.consents is 'A guardian''s yes to one purpose: to be helped, to be shown, to be told to others; each apart.';
comment on column children.consents.city_id is 'City.';
comment on column children.consents.id is 'Consent.';
comment on column children.consents.scope_code is 'Scope code of the child''s unit.';
comment on column children.consents.child_id is 'Child.';
comment on column children.consents.kind is 'service, publication or sharing.';
comment on column children.consents.guardian_id is 'Guardian who gave it; null when the child of 16 and over gave it.';
comment on column children.consents.form is 'How it was given, a code: paper, in-person, phone, online.';
comment on column children.consents.covers is 'To what exactly, in words.';
comment on column children.consents.from_on is 'First day.';
comment on column children.consents.until_on is 'Last day; null when given without an end.';
comment on column children.consents.withdrawn_on is 'Day it was taken back: does not hold from that day; null while it stands.';
comment on column children.consents.withdrawal_reason is 'What was said when taking it back; null while it stands.';
comment on column children.consents.recorded_by is 'Account that recorded it; null for imports of the system itself.';
comment on column children.consents.recorded_at is 'When it was recorded.';
create index consents_child_idx on children.consents (city_id, child_id);
create index consents_until_idx on children.consents (city_id, until_on) where until_on is not null and withdrawn_on is null;
select platform.declare_table('children.consents', 'scoped', 'select, insert, update');

create table children.search_terms (
  city_id int not null,
  term bytea not null,
  scope_code bigint not null,
  child_id uuid not null,
  constraint search_terms_pkey primary key (city_id, term, scope_code, child_id),
  constraint search_terms_child_fkey foreign key (city_id, child_id) references children.children (city_id, id)
);
comment on table children.search_terms is 'Keyed hashes by which a child is found: name characters, pinyin, numbers, phone tails. Compared for equality only.';
comment on column children.search_terms.city_id is 'City.';
comment on column children.search_terms.term is 'Keyed hash of one term.';
comment on column children.search_terms.scope_code is 'Scope code of the child''s unit.';
comment on column children.search_terms.child_id is 'Child.';
create index search_terms_child_idx on children.search_terms (city_id, child_id);
select platform.declare_table('children.search_terms', 'scoped', 'select, insert, update, delete');

create table children.person_index (
  city_id int not null,
  hash bytea not null,
  child_id uuid not null,
  kind text not null constraint person_index_kind_check check (kind in ('number', 'name-and-birth')),
  unit_id uuid not null,
  constraint person_index_pkey primary key (city_id, hash, child_id),
  constraint person_index_child_fkey foreign key (city_id, child_id) references children.children (city_id, id)
);
comment on table children.person_index is 'City-wide and without identity: says that somebody with this number is registered, and by which unit. Nothing else.';
comment on column children.person_index.city_id is 'City.';
comment on column children.person_index.hash is 'Keyed hash of a paper''s number, or of name and birth date.';
comment on column children.person_index.child_id is 'Child; its card is only visible in its own range.';
comment on column children.person_index.kind is 'number (one child at most) or name-and-birth (a hint).';
comment on column children.person_index.unit_id is 'Unit that looks after the child.';
create unique index person_index_number_key on children.person_index (city_id, hash) where kind = 'number';
create index person_index_child_idx on children.person_index (city_id, child_id);
select platform.declare_table('children.person_index', 'city-wide', 'select, insert, update, delete');

create table children.access_requests (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  child_id uuid not null,
  account_id uuid not null,
  person_name text not null,
  unit_id uuid not null,
  purpose text not null,
  explanation text not null,
  fields text[] not null,
  days smallint not null constraint access_requests_days_check check (days between 1 and 90),
  is_emergency boolean not null default false,
  status text not null default 'pending' constraint access_requests_status_check check (status in ('pending', 'approved', 'rejected')),
  decided_by uuid,
  decided_name text,
  decided_at timestamptz,
  decision_note text,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version int not null default 1,
  constraint access_requests_pkey primary key (city_id, id),
  constraint access_requests_child_fkey foreign key (city_id, child_id) references children.children (city_id, id),
  constraint access_requests_decided_check check ((status = 'pending') = (decided_at is null))
);
comment on table children.access_requests is 'Asking to read named fields of a child for a purpose; emergencies are opened at once and looked at afterwards.';
comment on column children.access_requests.city_id is 'City.';
comment on column children.access_requests.id is 'Request.';
comment on column children.access_requests.scope_code is 'Scope code of the child''s unit.';
comment on column children.access_requests.child_id is 'Child.';
comment on column children.access_requests.account_id is 'Account that asks.';
comment on column children.access_requests.person_name is 'Name of who asks, as it was then.';
comment on column children.access_requests.unit_id is 'Unit for which the person asks.';
comment on column children.access_requests.purpose is 'Purpose, a code.';
comment on column children.access_requests.explanation is 'Why, in the person''s words.';
comment on column children.access_requests.fields is 'Fields asked for.';
comment on column children.access_requests.days is 'For how many days.';
comment on column children.access_requests.is_emergency is 'Opened at once for an emergency; the decision is the look afterwards.';
comment on column children.access_requests.status is 'pending, approved or rejected.';
comment on column children.access_requests.decided_by is 'Account that decided; null while pending.';
comment on column children.access_requests.decided_name is 'Name of who decided; null while pending.';
comment on column children.access_requests.decided_at is 'When; null while pending.';
comment on column children.access_requests.decision_note is 'What was said with the decision; null when nothing.';
comment on column children.access_requests.created_at is 'When it was asked.';
comment on column children.access_requests.updated_at is 'When the row last changed.';
comment on column children.access_requests.version is 'Counts changes.';
create index access_requests_scope_idx on children.access_requests (city_id, scope_code, created_at desc, id desc) include (status);
create index access_requests_account_idx on children.access_requests (city_id, account_id, created_at desc);
create index access_requests_child_idx on children.access_requests (city_id, child_id);
select platform.declare_table('children.access_requests', 'scoped', 'select, insert, update');

create table children.access_grants (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  child_id uuid not null,
  account_id uuid not null,
  purpose text not null,
  fields text[] not null,
  ground text not null constraint access_grants_ground_check check (ground in ('request', 'case', 'pairing', 'emergency', 'registration')),
  ground_id uuid not null,
  from_at timestamptz not null default now(),
  until_at timestamptz(3) not null,
  approved_by uuid,
  ended_at timestamptz,
  constraint access_grants_pkey primary key (city_id, id),
  constraint access_grants_child_fkey foreign key (city_id, child_id) references children.children (city_id, id),
  constraint access_grants_ground_key unique (city_id, ground_id, account_id, child_id)
);
comment on table children.access_grants is 'Who may open which fields of which child, for what purpose and until when.';
comment on column children.access_grants.city_id is 'City.';
comment on column children.access_grants.id is 'Grant.';
comment on column children.access_grants.scope_code is 'Scope code of the child''s unit.';
comment on column children.access_grants.child_id is 'Child.';
comment on column children.access_grants.account_id is 'Account that may open.';
comment on column children.access_grants.purpose is 'Purpose, a code.';
comment on column children.access_grants.fields is 'Fields that may be opened.';
comment on column children.access_grants.ground is 'Why it was given: request, case, pairing, emergency or registration.';
comment on column children.access_grants.ground_id is 'The request, case or pairing; the child itself for a registration.';
comment on column children.access_grants.from_at is 'From when.';
comment on column children.access_grants.until_at is 'Until when at the latest.';
comment on column children.access_grants.approved_by is 'Account that approved; null where the ground itself gives it.';
comment on column children.access_grants.ended_at is 'When it was ended early; null while it runs.';
create index access_grants_account_idx on children.access_grants (city_id, account_id, child_id);
create index access_grants_child_idx on children.access_grants (city_id, child_id);
create index access_grants_until_idx on children.access_grants (city_id, account_id, until_at desc);
select platform.declare_table('children.access_grants', 'scoped', 'select, insert, update');

create view children.published_children with (security_invoker = true) as
  select c.city_id, c.id, c.scope_code, c.unit_id, c.masked_name, c.sex, c.age_band, c.derived_types, c.civil_affairs_types, c.differs,
         c.has_service_consent, c.status
    from children.children c;
comment on view children.published_children is 'Children for the other modules: masked, without identity.';
comment on column children.published_children.city_id is 'City.';
comment on column children.published_children.id is 'Child.';
comment on column children.published_children.scope_code is 'Scope code of the unit that looks after the child.';
comment on column children.published_children.unit_id is 'Unit that looks after the child.';
comment on column children.published_children.masked_name is 'Surname and 某.';
comment on column children.published_children.sex is 'male or female.';
comment on column children.published_children.age_band is 'Band of age.';
comment on column children.published_children.derived_types is '平台推算 today.';
comment on column children.published_children.civil_affairs_types is '民政认定.';
comment on column children.published_children.differs is 'The two differ where they can be compared.';
comment on column children.published_children.has_service_consent is 'A consent to being helped holds today.';
comment on column children.published_children.status is 'registered, closed or erased.';
grant select on children.published_children to xinhuo_app, xinhuo_worker;
