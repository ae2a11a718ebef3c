set local citus.multi_shard_modify_mode = 'sequential';

create table duties.disclosure_kinds (
  code text not null,
  valid_from date not null,
  valid_until date,
  name text not null,
  audience text not null constraint disclosure_kinds_audience_check check (audience in ('registrar', 'public')),
  bodies text not null constraint disclosure_kinds_bodies_check check (bodies in ('all', 'public', 'other')),
  causes text[] not null,
  due_rule text not null constraint disclosure_kinds_due_rule_check check (due_rule in ('fixed-day', 'days-after', 'days-before', 'months-after-end', 'every-months', 'every-days')),
  due_number int not null,
  longer_than_months int,
  fields jsonb not null,
  source text not null,
  is_verified boolean not null,
  constraint disclosure_kinds_pkey primary key (code, valid_from)
);
comment on table duties.disclosure_kinds is 'What the law makes a foundation disclose, for whom, and how the due day is counted; dated, with the source.';
comment on column duties.disclosure_kinds.code is 'Kind.';
comment on column duties.disclosure_kinds.valid_from is 'First day on which it is asked for.';
comment on column duties.disclosure_kinds.valid_until is 'Last day; null while it holds.';
comment on column duties.disclosure_kinds.name is 'What is disclosed.';
comment on column duties.disclosure_kinds.audience is 'registrar (登记管理机关) or public.';
comment on column duties.disclosure_kinds.bodies is 'Whom it binds: all, those who may ask the public for gifts, or the others.';
comment on column duties.disclosure_kinds.causes is 'What brings it about: year, or sorts of occasions.';
comment on column duties.disclosure_kinds.due_rule is 'How the due day is counted.';
comment on column duties.disclosure_kinds.due_number is 'Days or months of the rule; of a fixed day month and day, as 331.';
comment on column duties.disclosure_kinds.longer_than_months is 'Only for what lasts longer than so many months; null where it does not matter.';
comment on column duties.disclosure_kinds.fields is 'Fields of the document: name, and what fills it from the records.';
comment on column duties.disclosure_kinds.source is 'Law or rule.';
comment on column duties.disclosure_kinds.is_verified is 'Whether it was read in the text of the rule.';
select platform.declare_table('duties.disclosure_kinds', 'city-wide', 'select');

create table duties.occasions (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  kind text not null constraint occasions_kind_check check (kind in ('campaign', 'emergency', 'project', 'event', 'dealing')),
  title text not null,
  starts_on date not null,
  ends_on date,
  source text not null,
  source_id uuid,
  recorded_by uuid,
  recorded_name text not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  constraint occasions_pkey primary key (city_id, id),
  constraint occasions_days_check check (ends_on is null or ends_on >= starts_on)
);
comment on table duties.occasions is 'What brings disclosures about: campaigns, projects, emergencies, major events, dealings with related parties.';
comment on column duties.occasions.city_id is 'City.';
comment on column duties.occasions.id is 'Occasion.';
comment on column duties.occasions.scope_code is 'Scope code of the books.';
comment on column duties.occasions.book_id is 'Set of books of the body.';
comment on column duties.occasions.kind is 'campaign, emergency (campaign in an emergency), project, event (major change, investment, transaction) or dealing (with a related party).';
comment on column duties.occasions.title is 'What it is called.';
comment on column duties.occasions.starts_on is 'First day, or the day it happened.';
comment on column duties.occasions.ends_on is 'Last day; null while it is not known, and for what happened on one day.';
comment on column duties.occasions.source is 'Where it comes from: duties.desk or another module.';
comment on column duties.occasions.source_id is 'Record it comes from; null where it was typed.';
comment on column duties.occasions.recorded_by is 'Account; null where a job or the owner wrote it.';
comment on column duties.occasions.recorded_name is 'Name of who recorded it, as it was then.';
comment on column duties.occasions.version is 'Counts changes; a stale save is refused.';
comment on column duties.occasions.created_at is 'When.';
create unique index occasions_source_key on duties.occasions (city_id, source, source_id) where source_id is not null;
create index occasions_book_idx on duties.occasions (city_id, book_id);
select platform.declare_table('duties.occasions', 'scoped', 'select, insert, update');

create table duties.disclosures (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  book_id uuid not null,
  kind text not null,
  kind_from date not null,
  subject text not null,
  occasion_id uuid,
  year int not null,
  title text not null,
  due_on date not null,
  status text not null constraint disclosures_status_check check (status in ('due', 'prepared', 'approved', 'published', 'void')),
  responsible_id uuid,
  responsible_name text,
  content jsonb,
  prepared_by uuid,
  prepared_name text,
  prepared_on date,
  approved_by uuid,
  approved_name text,
  approved_on date,
  published_on date,
  published_where text,
  published_name text,
  reason text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint disclosures_pkey primary key (city_id, id),
  constraint disclosures_subject_key unique (city_id, book_id, kind, subject),
  constraint disclosures_prepared_check check ((status in ('prepared', 'approved', 'published')) = (content is not null and prepared_on is not null) or status in ('due', 'void')),
  constraint disclosures_approved_check check ((status in ('approved', 'published')) = (approved_on is not null)),
  constraint disclosures_other_check check (approved_by is null or approved_by <> prepared_by),
  constraint disclosures_published_check check ((status = 'published') = (published_on is not null) and (published_on is null) = (published_where is null))
);
comment on table duties.disclosures is 'What a body must disclose by a day: created from the dated kinds, prepared, approved by another person, published.';
comment on column duties.disclosures.city_id is 'City.';
comment on column duties.disclosures.id is 'Disclosure.';
comment on column duties.disclosures.scope_code is 'Scope code of the books.';
comment on column duties.disclosures.unit_id is 'Unit of the books.';
comment on column duties.disclosures.book_id is 'Set of books of the body.';
comment on column duties.disclosures.kind is 'Kind, as in disclosure_kinds.';
comment on column duties.disclosures.kind_from is 'First day of the version of the kind.';
comment on column duties.disclosures.subject is 'What it is about, so that it is created once: a year, or the occasion with its turn.';
comment on column duties.disclosures.occasion_id is 'Occasion that brings it about; null for what is due each year.';
comment on column duties.disclosures.year is 'Year it tells of.';
comment on column duties.disclosures.title is 'Name of the kind and what it is about.';
comment on column duties.disclosures.due_on is 'Last day on which it may be published.';
comment on column duties.disclosures.status is 'due, prepared, approved, published or void.';
comment on column duties.disclosures.responsible_id is 'Account that answers for it; null while nobody was named.';
comment on column duties.disclosures.responsible_name is 'Name of that person; null while nobody was named.';
comment on column duties.disclosures.content is 'Fields of the document as they were prepared; null before.';
comment on column duties.disclosures.prepared_by is 'Account that prepared it; null before, and where the owner loaded it.';
comment on column duties.disclosures.prepared_name is 'Name of that person; null before.';
comment on column duties.disclosures.prepared_on is 'Day it was prepared; null before.';
comment on column duties.disclosures.approved_by is 'Account that approved it; null before, and where the owner loaded it.';
comment on column duties.disclosures.approved_name is 'Name of that person; null before.';
comment on column duties.disclosures.approved_on is 'Day it was approved; null before.';
comment on column duties.disclosures.published_on is 'Day it was published; null before.';
comment on column duties.disclosures.published_where is 'Where it was published; null before.';
comment on column duties.disclosures.published_name is 'Name of who recorded that; null before.';
comment on column duties.disclosures.reason is 'Why it was given back or is not asked for; null where neither was.';
comment on column duties.disclosures.version is 'Counts changes; a stale save is refused.';
comment on column duties.disclosures.created_at is 'When it was created.';
comment on column duties.disclosures.updated_at is 'When it last changed.';
create index disclosures_due_idx on duties.disclosures (city_id, scope_code, due_on, id);
create index disclosures_book_idx on duties.disclosures (city_id, book_id, due_on);
select platform.declare_table('duties.disclosures', 'scoped', 'select, insert, update');

create table duties.disclosure_notes (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  disclosure_id uuid not null,
  words text not null,
  published_on date not null,
  published_where text not null,
  noted_by uuid,
  noted_name text not null,
  noted_at timestamptz(3) not null,
  constraint disclosure_notes_pkey primary key (city_id, id),
  constraint disclosure_notes_disclosure_fkey foreign key (city_id, disclosure_id) references duties.disclosures (city_id, id)
);
comment on table duties.disclosure_notes is 'Corrections of what was published (更正说明), appended.';
comment on column duties.disclosure_notes.city_id is 'City.';
comment on column duties.disclosure_notes.id is 'Note.';
comment on column duties.disclosure_notes.scope_code is 'Scope code of the books.';
comment on column duties.disclosure_notes.disclosure_id is 'Disclosure.';
comment on column duties.disclosure_notes.words is 'What was wrong and what is right.';
comment on column duties.disclosure_notes.published_on is 'Day the correction was published.';
comment on column duties.disclosure_notes.published_where is 'Where.';
comment on column duties.disclosure_notes.noted_by is 'Account; null where the owner loaded it.';
comment on column duties.disclosure_notes.noted_name is 'Name of who wrote it.';
comment on column duties.disclosure_notes.noted_at is 'When.';
create index disclosure_notes_disclosure_idx on duties.disclosure_notes (city_id, disclosure_id);
select platform.declare_table('duties.disclosure_notes', 'scoped', 'select, insert');
