set local citus.multi_shard_modify_mode = 'sequential';

create schema safeguarding;
comment on schema safeguarding is '强制报告: reports of harm, sealed, for named people only.';
select platform.declare_schema('safeguarding');

create table safeguarding.situations (
  code text not null,
  version int not null,
  valid_from date not null,
  valid_until date,
  position smallint not null,
  title text not null,
  wording text not null,
  source text not null,
  constraint situations_pkey primary key (code, version)
);
comment on table safeguarding.situations is 'The situations in which the law makes one report at once; a changed wording is a new version.';
comment on column safeguarding.situations.code is 'Situation.';
comment on column safeguarding.situations.version is 'Version of the wording.';
comment on column safeguarding.situations.valid_from is 'First day on which it counts.';
comment on column safeguarding.situations.valid_until is 'Last day on which it counts; null while it goes on.';
comment on column safeguarding.situations.position is 'Place in the list.';
comment on column safeguarding.situations.title is 'A few words for lists and figures.';
comment on column safeguarding.situations.wording is 'The wording of the source.';
comment on column safeguarding.situations.source is 'Which paper says so.';
select platform.declare_table('safeguarding.situations', 'city-wide', 'select');

create table safeguarding.hotlines (
  number text not null,
  valid_from date not null,
  valid_until date,
  position smallint not null,
  name text not null,
  purpose text not null,
  source text not null,
  constraint hotlines_pkey primary key (number, valid_from)
);
comment on table safeguarding.hotlines is 'Public numbers to call when a child is in danger; 110 stands first.';
comment on column safeguarding.hotlines.number is 'Number to dial.';
comment on column safeguarding.hotlines.valid_from is 'First day on which it is shown.';
comment on column safeguarding.hotlines.valid_until is 'Last day on which it is shown; null while it goes on.';
comment on column safeguarding.hotlines.position is 'Place in the list.';
comment on column safeguarding.hotlines.name is 'What it is called.';
comment on column safeguarding.hotlines.purpose is 'When to call it.';
comment on column safeguarding.hotlines.source is 'Where the number comes from.';
select platform.declare_table('safeguarding.hotlines', 'city-wide', 'select');

create table safeguarding.reports (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  number text not null,
  submission_key text not null,
  situations text[] not null,
  status text not null default 'filed' constraint reports_status_check check (status in ('filed', 'handling', 'closed')),
  seen_at timestamptz(3) not null,
  filed_at timestamptz(3) not null,
  opened_at timestamptz(3),
  closed_at timestamptz(3),
  closing_result text constraint reports_closing_result_check
    check (closing_result in ('police', 'civil-affairs', 'education', 'family-supported', 'unfounded', 'mistaken')),
  sealed_account bytea not null,
  sealed_reporter bytea not null,
  sealed_closing bytea,
  escalations smallint not null default 0,
  escalated_at timestamptz(3),
  version int not null default 1,
  updated_at timestamptz(3) not null,
  constraint reports_pkey primary key (city_id, id),
  constraint reports_number_key unique (city_id, number),
  constraint reports_submission_key unique (city_id, submission_key),
  constraint reports_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id),
  constraint reports_situations_check check (cardinality(situations) > 0),
  constraint reports_opened_check check ((status = 'filed') = (opened_at is null)),
  constraint reports_closed_check check ((status = 'closed') = (closed_at is not null) and (closed_at is null) = (closing_result is null))
);
comment on table safeguarding.reports is 'Mandatory reports. Neither the child nor who reported stands here in the clear: both are sealed under keys that only named people get.';
comment on column safeguarding.reports.city_id is 'City.';
comment on column safeguarding.reports.id is 'Report.';
comment on column safeguarding.reports.scope_code is 'Scope code of the unit: the child''s, or that of who reported where the child is not registered.';
comment on column safeguarding.reports.unit_id is 'That unit.';
comment on column safeguarding.reports.number is 'Number by which people speak of it; tells nothing.';
comment on column safeguarding.reports.submission_key is 'Made by the page that sent it: sent twice, it is filed once. No account stands beside it.';
comment on column safeguarding.reports.situations is 'Codes of the situations.';
comment on column safeguarding.reports.status is 'filed, handling (opened by a named person) or closed.';
comment on column safeguarding.reports.seen_at is 'When the harm was seen or heard of.';
comment on column safeguarding.reports.filed_at is 'When it was filed.';
comment on column safeguarding.reports.opened_at is 'When a named person first opened it; null until then.';
comment on column safeguarding.reports.closed_at is 'When it was closed; null while open.';
comment on column safeguarding.reports.closing_result is 'What came of it, a code; null while open.';
comment on column safeguarding.reports.sealed_account is 'What was seen, where, which child or what it looks like: sealed under the key of the report.';
comment on column safeguarding.reports.sealed_reporter is 'Who reported: sealed under a second key, given to fewer people.';
comment on column safeguarding.reports.sealed_closing is 'What was reached, in words, sealed under the key of the report; null while open.';
comment on column safeguarding.reports.escalations is 'How often it was escalated because nobody had opened it.';
comment on column safeguarding.reports.escalated_at is 'When it was last escalated; null when never.';
comment on column safeguarding.reports.version is 'Counts changes; a stale save is refused.';
comment on column safeguarding.reports.updated_at is 'When the row last changed.';
create index reports_scope_idx on safeguarding.reports (city_id, scope_code, filed_at desc, id desc);
create index reports_unopened_idx on safeguarding.reports (city_id, filed_at) where opened_at is null;
select platform.declare_table('safeguarding.reports', 'scoped', 'select, insert, update');

create table safeguarding.report_readers (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  report_id uuid not null,
  account_id uuid not null,
  person_name text not null,
  unit_name text not null,
  ground text not null constraint report_readers_ground_check check (ground in ('officer', 'designee', 'named', 'withheld')),
  sees_reporter boolean not null default false,
  named_by uuid,
  named_at timestamptz(3) not null,
  ended_at timestamptz(3),
  constraint report_readers_pkey primary key (city_id, id),
  constraint report_readers_account_key unique (city_id, report_id, account_id),
  constraint report_readers_report_fkey foreign key (city_id, report_id) references safeguarding.reports (city_id, id),
  constraint report_readers_withheld_check check (ground <> 'withheld' or ended_at is not null)
);
comment on table safeguarding.report_readers is 'Who may know of a report. The keys are handed out by this list alone, see access.open_report_key.';
comment on column safeguarding.report_readers.city_id is 'City.';
comment on column safeguarding.report_readers.id is 'Row.';
comment on column safeguarding.report_readers.scope_code is 'Scope code of the report.';
comment on column safeguarding.report_readers.report_id is 'Report.';
comment on column safeguarding.report_readers.account_id is 'Account that may read.';
comment on column safeguarding.report_readers.person_name is 'Name of the person, as it was then.';
comment on column safeguarding.report_readers.unit_name is 'Unit of the person, as it was then.';
comment on column safeguarding.report_readers.ground is 'officer (by post), designee (of a unit), named (for this report) or withheld (by who reported).';
comment on column safeguarding.report_readers.sees_reporter is 'May also see who reported.';
comment on column safeguarding.report_readers.named_by is 'Account that named the person; null where the post or the filing itself did.';
comment on column safeguarding.report_readers.named_at is 'From when.';
comment on column safeguarding.report_readers.ended_at is 'When it ended; null while the person may read.';
create index report_readers_account_idx on safeguarding.report_readers (city_id, account_id, report_id) where ended_at is null;
select platform.declare_table('safeguarding.report_readers', 'scoped', 'select, insert, update');

create table safeguarding.steps (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  report_id uuid not null,
  kind text not null constraint steps_kind_check
    check (kind in ('police', 'civil-affairs', 'education', 'hospital', 'other-authority', 'guardian', 'visited', 'note')),
  happened_at timestamptz(3) not null,
  sealed bytea not null,
  recorded_at timestamptz(3) not null,
  constraint steps_pkey primary key (city_id, id),
  constraint steps_report_fkey foreign key (city_id, report_id) references safeguarding.reports (city_id, id)
);
comment on table safeguarding.steps is 'What was done about a report, and whom it was told: appended, never changed.';
comment on column safeguarding.steps.city_id is 'City.';
comment on column safeguarding.steps.id is 'Step.';
comment on column safeguarding.steps.scope_code is 'Scope code of the report.';
comment on column safeguarding.steps.report_id is 'Report.';
comment on column safeguarding.steps.kind is 'police, civil-affairs, education, hospital, other-authority: who was told; guardian, visited, note: what else was done.';
comment on column safeguarding.steps.happened_at is 'When it happened.';
comment on column safeguarding.steps.sealed is 'Who did it, whom it was told, receipt number, words: sealed under the key of the report, so that who reported stays secret.';
comment on column safeguarding.steps.recorded_at is 'When it was entered.';
create index steps_report_idx on safeguarding.steps (city_id, report_id, happened_at, id);
select platform.declare_table('safeguarding.steps', 'scoped', 'select, insert');

create table safeguarding.designees (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  account_id uuid not null,
  person_name text not null,
  from_on date not null,
  until_on date,
  named_name text not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  constraint designees_pkey primary key (city_id, id),
  constraint designees_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id),
  constraint designees_period_check check (until_on is null or until_on >= from_on)
);
comment on table safeguarding.designees is 'People whom a unit has named to receive its reports and those of all units below, beside the officers answerable for minors'' data.';
comment on column safeguarding.designees.city_id is 'City.';
comment on column safeguarding.designees.id is 'Row.';
comment on column safeguarding.designees.scope_code is 'Scope code of the unit.';
comment on column safeguarding.designees.unit_id is 'Unit.';
comment on column safeguarding.designees.account_id is 'Account of the person.';
comment on column safeguarding.designees.person_name is 'Name of the person, as it was then.';
comment on column safeguarding.designees.from_on is 'First day.';
comment on column safeguarding.designees.until_on is 'Last day; null while it goes on.';
comment on column safeguarding.designees.named_name is 'Name of who named the person.';
comment on column safeguarding.designees.version is 'Counts changes; a stale save is refused.';
comment on column safeguarding.designees.created_at is 'When it was entered.';
create index designees_scope_idx on safeguarding.designees (city_id, scope_code, created_at desc, id desc);
select platform.declare_table('safeguarding.designees', 'scoped', 'select, insert, update');

create table safeguarding.report_keys (
  city_id int not null,
  id uuid not null,
  wrapped bytea not null,
  constraint report_keys_pkey primary key (city_id, id)
);
comment on table safeguarding.report_keys is 'The data key of each report, wrapped. Nobody reads it but through access.open_report_key.';
comment on column safeguarding.report_keys.city_id is 'City.';
comment on column safeguarding.report_keys.id is 'Report.';
comment on column safeguarding.report_keys.wrapped is 'Wrapped data key.';
select platform.declare_table('safeguarding.report_keys', 'entry');

create table safeguarding.reporter_keys (
  city_id int not null,
  id uuid not null,
  wrapped bytea not null,
  constraint reporter_keys_pkey primary key (city_id, id)
);
comment on table safeguarding.reporter_keys is 'The key under which who reported is sealed, wrapped. Nobody reads it but through access.open_reporter_key.';
comment on column safeguarding.reporter_keys.city_id is 'City.';
comment on column safeguarding.reporter_keys.id is 'Report.';
comment on column safeguarding.reporter_keys.wrapped is 'Wrapped data key.';
select platform.declare_table('safeguarding.reporter_keys', 'entry');
