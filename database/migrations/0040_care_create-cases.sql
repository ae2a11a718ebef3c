set local citus.multi_shard_modify_mode = 'sequential';

create schema care;
comment on schema care is '帮扶: cases, assessments, pairings, visits.';
select platform.declare_schema('care');

create table care.scales (
  version int not null,
  scale text not null constraint scales_scale_check check (scale in ('guardianship', 'physical', 'behaviour')),
  score smallint not null constraint scales_score_check check (score between 0 and 3),
  valid_from date not null,
  title text not null,
  wording text not null,
  source text not null,
  constraint scales_pkey primary key (version, scale, score)
);
comment on table care.scales is 'The wording of the three scales by which a case is assessed; a changed wording is a new version, old assessments keep theirs.';
comment on column care.scales.version is 'Version of the wording.';
comment on column care.scales.scale is 'guardianship (监护), physical (生理) or behaviour (行为).';
comment on column care.scales.score is '0 no risk, 1 low, 2 medium, 3 high.';
comment on column care.scales.valid_from is 'First day on which this version is used.';
comment on column care.scales.title is 'The level in a few signs.';
comment on column care.scales.wording is 'What the level means, as the assessor reads it.';
comment on column care.scales.source is 'Where the wording comes from.';
select platform.declare_table('care.scales', 'city-wide', 'select');

create table care.cases (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  child_id uuid not null,
  status text not null default 'open' constraint cases_status_check check (status in ('open', 'closed')),
  opened_on date not null,
  opened_by uuid,
  wrapped_key bytea,
  sealed_need bytea,
  colour text not null constraint cases_colour_check check (colour in ('red', 'yellow', 'blue', 'green')),
  is_colour_overridden boolean not null default false,
  last_made_on date,
  next_visit_due_on date,
  closed_on date,
  closing_reason text constraint cases_closing_reason_check check (closing_reason in ('solved', 'family-reunited', 'moved-away', 'grown-up', 'declined', 'other')),
  sealed_closing_result bytea,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint cases_pkey primary key (city_id, id),
  constraint cases_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id),
  constraint cases_closed_check check ((status = 'closed') = (closed_on is not null) and (closed_on is null) = (closing_reason is null)
    and (closed_on is not null or sealed_closing_result is null)),
  constraint cases_due_check check ((status = 'open') = (next_visit_due_on is not null)),
  constraint cases_days_check check (closed_on >= opened_on)
);
comment on table care.cases is 'The work with one child from opening to closing (个案); one open case for each child.';
comment on column care.cases.city_id is 'City.';
comment on column care.cases.id is 'Case.';
comment on column care.cases.scope_code is 'Scope code of the unit that leads the case: the child''s unit.';
comment on column care.cases.unit_id is 'Unit that leads the case.';
comment on column care.cases.child_id is 'Child; its card stands in children.';
comment on column care.cases.status is 'open or closed.';
comment on column care.cases.opened_on is 'Day the case was opened.';
comment on column care.cases.opened_by is 'Account that opened it; null for the demo and for imports.';
comment on column care.cases.wrapped_key is 'Data key of what is written about the child in this case, wrapped by a master key outside the database; null after erasure of the child.';
comment on column care.cases.sealed_need is 'What help is for, sealed under the case key; null when nothing was written.';
comment on column care.cases.colour is 'Risk in force: red, yellow, blue or green.';
comment on column care.cases.is_colour_overridden is 'The colour was set against the scales, with a reason in the assessment.';
comment on column care.cases.last_made_on is 'Day of the latest visit that was made; null before the first.';
comment on column care.cases.next_visit_due_on is 'Day by which the next visit is due; null when closed.';
comment on column care.cases.closed_on is 'Day the case was closed; null while it is open.';
comment on column care.cases.closing_reason is 'Why it was closed, a code; null while it is open.';
comment on column care.cases.sealed_closing_result is 'What was reached, sealed under the case key; null while open or when nothing was written.';
comment on column care.cases.version is 'Counts changes; a stale save is refused. A visit that only moves the due date does not count.';
comment on column care.cases.created_at is 'When the row was made.';
comment on column care.cases.updated_at is 'When the row last changed.';
create unique index cases_open_child_key on care.cases (city_id, child_id) where status = 'open';
create index cases_child_idx on care.cases (city_id, child_id);
create index cases_scope_idx on care.cases (city_id, scope_code, updated_at desc, id desc);
create index cases_recent_idx on care.cases (city_id, updated_at desc, id desc) include (scope_code, status, colour);
create index cases_due_idx on care.cases (city_id, next_visit_due_on, id) include (scope_code) where status = 'open';
create index cases_scope_due_idx on care.cases (city_id, scope_code, next_visit_due_on, id) where status = 'open';
select platform.declare_table('care.cases', 'scoped', 'select, insert, update');

create table care.assessments (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  case_id uuid not null,
  assessed_on date not null,
  scale_version int not null,
  guardianship smallint not null constraint assessments_guardianship_check check (guardianship between 0 and 3),
  physical smallint not null constraint assessments_physical_check check (physical between 0 and 3),
  behaviour smallint not null constraint assessments_behaviour_check check (behaviour between 0 and 3),
  derived_colour text not null constraint assessments_derived_colour_check check (derived_colour in ('red', 'yellow', 'blue', 'green')),
  colour text not null constraint assessments_colour_check check (colour in ('red', 'yellow', 'blue', 'green')),
  override_reason text,
  assessed_by uuid,
  assessed_name text not null,
  created_at timestamptz not null default now(),
  constraint assessments_pkey primary key (city_id, id),
  constraint assessments_case_fkey foreign key (city_id, case_id) references care.cases (city_id, id),
  constraint assessments_override_check check ((colour <> derived_colour) = (override_reason is not null))
);
comment on table care.assessments is 'History of the risk of a case: three scales, the colour they give, and the colour in force.';
comment on column care.assessments.city_id is 'City.';
comment on column care.assessments.id is 'Assessment.';
comment on column care.assessments.scope_code is 'Scope code of the case''s unit.';
comment on column care.assessments.case_id is 'Case.';
comment on column care.assessments.assessed_on is 'Day of the assessment.';
comment on column care.assessments.scale_version is 'Version of the wording by which it was scored.';
comment on column care.assessments.guardianship is '监护 score, 0 to 3.';
comment on column care.assessments.physical is '生理 score, 0 to 3.';
comment on column care.assessments.behaviour is '行为 score, 0 to 3.';
comment on column care.assessments.derived_colour is 'The colour the scores give.';
comment on column care.assessments.colour is 'The colour in force from this assessment on.';
comment on column care.assessments.override_reason is 'Why the colour differs from the derived one; null when it does not.';
comment on column care.assessments.assessed_by is 'Account that assessed; null for the demo and for imports.';
comment on column care.assessments.assessed_name is 'Name of who assessed, as it was then.';
comment on column care.assessments.created_at is 'When it was entered.';
create index assessments_case_idx on care.assessments (city_id, case_id, assessed_on desc, id desc);
select platform.declare_table('care.assessments', 'scoped', 'select, insert, update');

create table care.pairings (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  case_id uuid not null,
  child_id uuid not null,
  volunteer_id uuid not null,
  volunteer_name text not null,
  role text not null constraint pairings_role_check check (role in ('primary', 'helper')),
  from_on date not null,
  until_on date,
  ended_reason text,
  paired_by uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint pairings_pkey primary key (city_id, id),
  constraint pairings_case_fkey foreign key (city_id, case_id) references care.cases (city_id, id),
  constraint pairings_period_check check (until_on is null or until_on >= from_on)
);
comment on table care.pairings is 'A volunteer and a child, from one day to another (结对). Intervals of one pair never overlap: the command checks it under a lock of the case.';
comment on column care.pairings.city_id is 'City.';
comment on column care.pairings.id is 'Pairing.';
comment on column care.pairings.scope_code is 'Scope code of the case''s unit.';
comment on column care.pairings.case_id is 'Case.';
comment on column care.pairings.child_id is 'Child of the case.';
comment on column care.pairings.volunteer_id is 'Volunteer; the card stands in volunteers.';
comment on column care.pairings.volunteer_name is 'Name of the volunteer, as it was then: a village sees whom it works with even where the volunteer is registered elsewhere.';
comment on column care.pairings.role is 'primary or helper.';
comment on column care.pairings.from_on is 'First day.';
comment on column care.pairings.until_on is 'Last day; null while no end is known.';
comment on column care.pairings.ended_reason is 'Why it ended; null while it lasts or when it ran to its planned day.';
comment on column care.pairings.paired_by is 'Account that paired them; null for the demo and for imports.';
comment on column care.pairings.version is 'Counts changes; a stale save is refused.';
comment on column care.pairings.created_at is 'When the row was made.';
comment on column care.pairings.updated_at is 'When the row last changed.';
create index pairings_case_idx on care.pairings (city_id, case_id, from_on);
create index pairings_volunteer_idx on care.pairings (city_id, volunteer_id, from_on) include (until_on, case_id);
create index pairings_until_idx on care.pairings (city_id, until_on) where until_on is not null;
select platform.declare_table('care.pairings', 'scoped', 'select, insert, update');

create table care.visits (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  case_id uuid not null,
  child_id uuid not null,
  made_on date not null,
  medium text not null constraint visits_medium_check check (medium in ('home', 'phone', 'school', 'video', 'outing')),
  minutes smallint not null,
  outcome text not null constraint visits_outcome_check check (outcome in ('made', 'attempted')),
  sealed_note bytea,
  recorded_by uuid,
  recorded_name text not null,
  recorded_at timestamptz not null default now(),
  on_behalf_of uuid,
  voided_at timestamptz,
  void_reason text,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  constraint visits_pkey primary key (city_id, id),
  constraint visits_case_fkey foreign key (city_id, case_id) references care.cases (city_id, id),
  constraint visits_minutes_check check (minutes between 0 and 720 and (outcome = 'attempted' or minutes > 0)),
  constraint visits_void_check check ((voided_at is null) = (void_reason is null))
);
comment on table care.visits is 'Going to see a child (走访): made, or attempted in vain. A mistaken one is voided, never deleted.';
comment on column care.visits.city_id is 'City.';
comment on column care.visits.id is 'Visit.';
comment on column care.visits.scope_code is 'Scope code of the case''s unit.';
comment on column care.visits.unit_id is 'Unit under which it is reported.';
comment on column care.visits.case_id is 'Case.';
comment on column care.visits.child_id is 'Child of the case.';
comment on column care.visits.made_on is 'Day of the visit.';
comment on column care.visits.medium is 'home (上门), phone, school, video or outing (外出活动).';
comment on column care.visits.minutes is 'How long it took, in minutes; 0 is possible for an attempt only.';
comment on column care.visits.outcome is 'made, or attempted: nobody was met.';
comment on column care.visits.sealed_note is 'What was seen and said, sealed under the case key; null when nothing was written.';
comment on column care.visits.recorded_by is 'Account that recorded it; null for the demo and for imports.';
comment on column care.visits.recorded_name is 'Name of who recorded it, as it was then.';
comment on column care.visits.recorded_at is 'When it was recorded.';
comment on column care.visits.on_behalf_of is 'Volunteer for whom somebody else entered it (代录); null when entered by oneself.';
comment on column care.visits.voided_at is 'When it was declared a mistake; null while it stands.';
comment on column care.visits.void_reason is 'Why it was a mistake; null while it stands.';
comment on column care.visits.version is 'Counts corrections; a stale save is refused.';
comment on column care.visits.updated_at is 'When the row last changed.';
create index visits_scope_idx on care.visits (city_id, scope_code, made_on desc, id desc);
create index visits_recent_idx on care.visits (city_id, made_on desc, id desc) include (scope_code);
create index visits_case_idx on care.visits (city_id, case_id, made_on desc, id desc);
select platform.declare_table('care.visits', 'scoped', 'select, insert, update');

create table care.visit_volunteers (
  city_id int not null,
  visit_id uuid not null,
  volunteer_id uuid not null,
  scope_code bigint not null,
  volunteer_name text not null,
  made_on date not null,
  constraint visit_volunteers_pkey primary key (city_id, visit_id, volunteer_id),
  constraint visit_volunteers_visit_fkey foreign key (city_id, visit_id) references care.visits (city_id, id)
);
comment on table care.visit_volunteers is 'Who went on a visit.';
comment on column care.visit_volunteers.city_id is 'City.';
comment on column care.visit_volunteers.visit_id is 'Visit.';
comment on column care.visit_volunteers.volunteer_id is 'Volunteer.';
comment on column care.visit_volunteers.scope_code is 'Scope code of the case''s unit.';
comment on column care.visit_volunteers.volunteer_name is 'Name of the volunteer, as it was then.';
comment on column care.visit_volunteers.made_on is 'Day of the visit, for lists by volunteer.';
create index visit_volunteers_volunteer_idx on care.visit_volunteers (city_id, volunteer_id, made_on desc, visit_id desc);
select platform.declare_table('care.visit_volunteers', 'scoped', 'select, insert, update, delete');

create table care.visit_versions (
  city_id int not null,
  visit_id uuid not null,
  version int not null,
  scope_code bigint not null,
  made_on date not null,
  medium text not null,
  minutes smallint not null,
  outcome text not null,
  sealed_note bytea,
  volunteer_names text not null,
  reason text not null,
  corrected_by uuid,
  corrected_name text not null,
  corrected_at timestamptz not null default now(),
  constraint visit_versions_pkey primary key (city_id, visit_id, version),
  constraint visit_versions_visit_fkey foreign key (city_id, visit_id) references care.visits (city_id, id)
);
comment on table care.visit_versions is 'What a visit said before each correction.';
comment on column care.visit_versions.city_id is 'City.';
comment on column care.visit_versions.visit_id is 'Visit.';
comment on column care.visit_versions.version is 'Version of the visit that this was.';
comment on column care.visit_versions.scope_code is 'Scope code of the case''s unit.';
comment on column care.visit_versions.made_on is 'Day of the visit, before.';
comment on column care.visit_versions.medium is 'Medium, before.';
comment on column care.visit_versions.minutes is 'Minutes, before.';
comment on column care.visit_versions.outcome is 'Outcome, before.';
comment on column care.visit_versions.sealed_note is 'Note, before, sealed under the case key; null when there was none.';
comment on column care.visit_versions.volunteer_names is 'Who went, before, in words.';
comment on column care.visit_versions.reason is 'Why it was corrected.';
comment on column care.visit_versions.corrected_by is 'Account that corrected it; null for the system itself.';
comment on column care.visit_versions.corrected_name is 'Name of who corrected it, as it was then.';
comment on column care.visit_versions.corrected_at is 'When it was corrected.';
select platform.declare_table('care.visit_versions', 'scoped', 'select, insert, update');

create table care.visit_drafts (
  city_id int not null,
  account_id uuid not null,
  case_id uuid not null,
  scope_code bigint not null,
  sealed bytea not null,
  saved_at timestamptz not null default now(),
  constraint visit_drafts_pkey primary key (city_id, account_id, case_id),
  constraint visit_drafts_case_fkey foreign key (city_id, case_id) references care.cases (city_id, id)
);
comment on table care.visit_drafts is 'Visits begun and not yet recorded, one for each account and case; gone when recorded or discarded.';
comment on column care.visit_drafts.city_id is 'City.';
comment on column care.visit_drafts.account_id is 'Account that writes it, the only one that sees it.';
comment on column care.visit_drafts.case_id is 'Case.';
comment on column care.visit_drafts.scope_code is 'Scope code of the case''s unit.';
comment on column care.visit_drafts.sealed is 'Everything typed so far, sealed under the case key.';
comment on column care.visit_drafts.saved_at is 'When it was last saved.';
create index visit_drafts_case_idx on care.visit_drafts (city_id, case_id);
select platform.declare_table('care.visit_drafts', 'scoped', 'select, insert, update, delete');

create table care.planned_visits (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  case_id uuid not null,
  planned_on date not null,
  medium text not null constraint planned_visits_medium_check check (medium in ('home', 'phone', 'school', 'video', 'outing')),
  volunteer_id uuid,
  status text not null default 'planned' constraint planned_visits_status_check check (status in ('planned', 'done', 'dropped')),
  visit_id uuid,
  planned_by uuid,
  created_at timestamptz not null default now(),
  constraint planned_visits_pkey primary key (city_id, id),
  constraint planned_visits_case_fkey foreign key (city_id, case_id) references care.cases (city_id, id),
  constraint planned_visits_done_check check ((status = 'done') = (visit_id is not null))
);
comment on table care.planned_visits is 'Visits that somebody means to make on a day (走访计划); a recorded visit of the same case around that day settles them.';
comment on column care.planned_visits.city_id is 'City.';
comment on column care.planned_visits.id is 'Planned visit.';
comment on column care.planned_visits.scope_code is 'Scope code of the case''s unit.';
comment on column care.planned_visits.case_id is 'Case.';
comment on column care.planned_visits.planned_on is 'Day for which it is planned.';
comment on column care.planned_visits.medium is 'How it is to be made.';
comment on column care.planned_visits.volunteer_id is 'Volunteer who is to go; null when the worker goes alone.';
comment on column care.planned_visits.status is 'planned, done or dropped.';
comment on column care.planned_visits.visit_id is 'The visit that settled it; null until then.';
comment on column care.planned_visits.planned_by is 'Account that planned it; null for the system itself.';
comment on column care.planned_visits.created_at is 'When it was planned.';
create unique index planned_visits_case_key on care.planned_visits (city_id, case_id, planned_on) where status = 'planned';
create index planned_visits_day_idx on care.planned_visits (city_id, planned_on, scope_code) where status = 'planned';
select platform.declare_table('care.planned_visits', 'scoped', 'select, insert, update');

create view care.published_cases with (security_invoker = true) as
  select city_id, id, scope_code, unit_id, child_id, status, colour, opened_on, closed_on, last_made_on, next_visit_due_on from care.cases;
comment on view care.published_cases is 'Cases for the other modules: without what was written about the child.';
comment on column care.published_cases.city_id is 'City.';
comment on column care.published_cases.id is 'Case.';
comment on column care.published_cases.scope_code is 'Scope code of the unit that leads it.';
comment on column care.published_cases.unit_id is 'Unit that leads it.';
comment on column care.published_cases.child_id is 'Child.';
comment on column care.published_cases.status is 'open or closed.';
comment on column care.published_cases.colour is 'Risk in force.';
comment on column care.published_cases.opened_on is 'Day it was opened.';
comment on column care.published_cases.closed_on is 'Day it was closed; null while open.';
comment on column care.published_cases.last_made_on is 'Day of the latest visit made; null before the first.';
comment on column care.published_cases.next_visit_due_on is 'Day by which the next visit is due; null when closed.';
grant select on care.published_cases to xinhuo_app, xinhuo_worker;

create view care.published_pairings with (security_invoker = true) as
  select city_id, id, scope_code, case_id, child_id, volunteer_id, volunteer_name, role, from_on, until_on from care.pairings;
comment on view care.published_pairings is 'Pairings for the other modules.';
comment on column care.published_pairings.city_id is 'City.';
comment on column care.published_pairings.id is 'Pairing.';
comment on column care.published_pairings.scope_code is 'Scope code of the case''s unit.';
comment on column care.published_pairings.case_id is 'Case.';
comment on column care.published_pairings.child_id is 'Child.';
comment on column care.published_pairings.volunteer_id is 'Volunteer.';
comment on column care.published_pairings.volunteer_name is 'Name of the volunteer, as it was then.';
comment on column care.published_pairings.role is 'primary or helper.';
comment on column care.published_pairings.from_on is 'First day.';
comment on column care.published_pairings.until_on is 'Last day; null while no end is known.';
grant select on care.published_pairings to xinhuo_app, xinhuo_worker;

create view care.published_visits with (security_invoker = true) as
  select city_id, id, scope_code, unit_id, case_id, child_id, made_on, medium, minutes, outcome, recorded_at, voided_at from care.visits;
comment on view care.published_visits is 'Visits for the other modules: without the note. Voided ones stay in it.';
comment on column care.published_visits.city_id is 'City.';
comment on column care.published_visits.id is 'Visit.';
comment on column care.published_visits.scope_code is 'Scope code of the case''s unit.';
comment on column care.published_visits.unit_id is 'Unit under which it is reported.';
comment on column care.published_visits.case_id is 'Case.';
comment on column care.published_visits.child_id is 'Child.';
comment on column care.published_visits.made_on is 'Day of the visit.';
comment on column care.published_visits.medium is 'home, phone, school, video or outing.';
comment on column care.published_visits.minutes is 'How long it took.';
comment on column care.published_visits.outcome is 'made or attempted.';
comment on column care.published_visits.recorded_at is 'When it was recorded.';
comment on column care.published_visits.voided_at is 'When it was declared a mistake; null while it stands.';
grant select on care.published_visits to xinhuo_app, xinhuo_worker;

insert into care.scales (version, scale, score, valid_from, title, wording, source)
select 1, scale, score, date '2020-01-01', title, wording, '参照各地“四色”分级做法整理，第一版' from (values
  ('guardianship', 0, '监护良好', '有固定监护人同住，能照料生活、过问学习，家庭关系和睦。'),
  ('guardianship', 1, '监护一般', '监护人年老或经常外出，照料基本到位，偶有疏漏。'),
  ('guardianship', 2, '监护不足', '监护人能力不足，经常无人照看，或长期不过问学习、就医。'),
  ('guardianship', 3, '无人监护或受侵害', '无人监护，或遭受虐待、遗弃、其他监护侵害，须立即介入。'),
  ('physical', 0, '身体健康', '身体健康，饮食、作息、就医有保障。'),
  ('physical', 1, '偶有不适', '偶有病痛或营养欠佳，已有人照顾。'),
  ('physical', 2, '照护不足', '患慢性病、残疾或明显营养不良，现有照护不够。'),
  ('physical', 3, '危及健康', '重病重残缺乏救治，或身上有可疑伤痕，须立即就医或处置。'),
  ('behaviour', 0, '行为正常', '情绪稳定，按时上学，与人相处正常。'),
  ('behaviour', 1, '偶有波动', '情绪低落、厌学或沉默寡言，时有发生。'),
  ('behaviour', 2, '明显偏差', '经常逃学、夜不归宿、沉迷网络，或欺凌他人、被人欺凌。'),
  ('behaviour', 3, '危及安全', '有自伤或轻生言行、离家出走、严重不良行为，须立即介入。')
) as wording (scale, score, title, wording);

-- A volunteer reads only the cases of own pairings; a leader reads without what was written. Administrators hold none of these.
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'case.read'), ('care-worker', 'case.read'), ('leader', 'case.read'), ('volunteer', 'case.read-own'),
  ('office', 'note.read'), ('care-worker', 'note.read'), ('volunteer', 'note.read'),
  ('office', 'case.open'), ('care-worker', 'case.open'), ('office', 'case.close'), ('care-worker', 'case.close'),
  ('office', 'risk.assess'), ('care-worker', 'risk.assess'), ('office', 'pairing.manage'), ('care-worker', 'pairing.manage'),
  ('office', 'visit.record'), ('care-worker', 'visit.record'), ('volunteer', 'visit.record'),
  ('office', 'visit.correct'), ('care-worker', 'visit.correct'), ('volunteer', 'visit.correct'), ('office', 'visit.correct-any')
) as given (role_code, permission);
