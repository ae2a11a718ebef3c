set local citus.multi_shard_modify_mode = 'sequential';

create table care.visit_categories (
  kind text not null constraint visit_categories_kind_check check (kind in ('purpose', 'attempt-reason')),
  code text not null,
  valid_from date not null,
  valid_until date,
  name text not null,
  english_name text not null,
  sort_order int not null,
  source text not null,
  constraint visit_categories_pkey primary key (kind, code, valid_from),
  constraint visit_categories_days_check check (valid_until is null or valid_until >= valid_from)
);
comment on table care.visit_categories is 'What a visit is for, and why nobody was met: two dated lists. A visit keeps the code that held on its day.';
comment on column care.visit_categories.kind is 'purpose (走访目的) or attempt-reason (未见到的原因).';
comment on column care.visit_categories.code is 'Code; a measure visit.purpose.<code> or visit.attempted.<code> counts it.';
comment on column care.visit_categories.valid_from is 'First day of a visit on which it may be chosen.';
comment on column care.visit_categories.valid_until is 'Last such day; null while it may be chosen.';
comment on column care.visit_categories.name is 'Chinese name.';
comment on column care.visit_categories.english_name is 'English name.';
comment on column care.visit_categories.sort_order is 'Order in a choice.';
comment on column care.visit_categories.source is 'Where the category comes from.';
select platform.declare_table('care.visit_categories', 'city-wide', 'select');

insert into care.visit_categories (kind, code, valid_from, name, english_name, sort_order, source) values
  ('purpose', 'everyday', '2000-01-01', '日常走访', 'Everyday visit', 10, '各地关工委工作报告：走访'),
  ('purpose', 'festive', '2000-01-01', '节日慰问', 'Festival visit', 20, '各地关工委工作报告：走访慰问人次'),
  ('purpose', 'family-guidance', '2000-01-01', '家庭教育指导', 'Family education', 30, '家庭教育促进法第九条'),
  ('purpose', 'counselling', '2000-01-01', '心理疏导', 'Counselling', 40, '各地关工委工作报告：心理咨询'),
  ('purpose', 'rehabilitation', '2000-01-01', '帮教', 'Rehabilitation', 50, '预防未成年人犯罪法；各地关工委工作报告：帮教对象'),
  ('purpose', 'legal-aid', '2000-01-01', '法律援助', 'Legal aid', 60, '各地关工委工作报告：维权案例'),
  ('purpose', 'tutoring', '2000-01-01', '学业辅导', 'Tutoring', 70, '各地关工委工作报告：助学'),
  ('attempt-reason', 'family-absent', '2000-01-01', '家中无人', 'Nobody at home', 10, '走访工作：见到人与未见到人分开统计'),
  ('attempt-reason', 'unreachable', '2000-01-01', '电话打不通', 'Phone not answered', 20, '走访工作：见到人与未见到人分开统计'),
  ('attempt-reason', 'inconvenient', '2000-01-01', '家人不方便', 'Not convenient for the family', 30, '走访工作：见到人与未见到人分开统计'),
  ('attempt-reason', 'moved', '2000-01-01', '已搬走', 'Moved away', 40, '走访工作：见到人与未见到人分开统计'),
  ('attempt-reason', 'not-found', '2000-01-01', '没找到住处', 'Address not found', 50, '走访工作：见到人与未见到人分开统计'),
  ('attempt-reason', 'other', '2000-01-01', '其他', 'Other', 90, '走访工作：见到人与未见到人分开统计');

alter table care.visits
  add column purpose text not null default 'everyday',
  add column attempt_reason text,
  add constraint visits_attempt_reason_check check (attempt_reason is null or outcome = 'attempted');
comment on column care.visits.purpose is 'What it was for: a code of the purposes.';
comment on column care.visits.attempt_reason is 'Why nobody was met: a code of the reasons; null when somebody was met or no reason was given.';

alter table care.visit_versions
  add column purpose text not null default 'everyday',
  add column attempt_reason text;
comment on column care.visit_versions.purpose is 'What it was for, before.';
comment on column care.visit_versions.attempt_reason is 'Why nobody was met, before; null when somebody was met or no reason was given.';

create or replace view care.published_visits with (security_invoker = true) as
  select city_id, id, scope_code, unit_id, case_id, child_id, made_on, medium, minutes, outcome, recorded_at, voided_at, purpose, attempt_reason from care.visits;
comment on column care.published_visits.purpose is 'What it was for: a code of the purposes.';
comment on column care.published_visits.attempt_reason is 'Why nobody was met; null when somebody was met or no reason was given.';
