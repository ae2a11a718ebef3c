set local citus.multi_shard_modify_mode = 'sequential';

create table care.plans (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  case_id uuid not null,
  child_id uuid not null,
  status text not null default 'draft'
    constraint plans_status_check check (status in ('draft', 'submitted', 'returned', 'approved', 'suspended', 'ended')),
  from_on date not null,
  until_on date not null,
  review_on date not null,
  sealed_aim bytea,
  written_by uuid,
  written_name text not null,
  submitted_by uuid,
  submitted_at timestamptz,
  decided_by uuid,
  decided_name text,
  decided_on date,
  sealed_answer bytea,
  suspended_on date,
  ended_on date,
  ending_reason text constraint plans_ending_reason_check check (ending_reason in ('reached', 'changed', 'withdrawn', 'case-closed', 'other')),
  sealed_ending bytea,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint plans_pkey primary key (city_id, id),
  constraint plans_case_fkey foreign key (city_id, case_id) references care.cases (city_id, id),
  constraint plans_days_check check (from_on <= review_on and review_on <= until_on),
  constraint plans_ended_check check ((status = 'ended') = (ended_on is not null) and (ended_on is null) = (ending_reason is null)),
  constraint plans_submitted_check check (status in ('draft', 'ended') or submitted_by is not null),
  constraint plans_suspended_check check (status <> 'suspended' or suspended_on is not null)
);
comment on table care.plans is 'What is to be done for a child, with goals, services, responsible people and days (方案); approved by another person than its author.';
comment on column care.plans.city_id is 'City.';
comment on column care.plans.id is 'Plan.';
comment on column care.plans.scope_code is 'Scope code of the case''s unit.';
comment on column care.plans.case_id is 'Case.';
comment on column care.plans.child_id is 'Child of the case.';
comment on column care.plans.status is 'draft, submitted, returned, approved (in force from its first day on), suspended or ended.';
comment on column care.plans.from_on is 'First day.';
comment on column care.plans.until_on is 'Last day.';
comment on column care.plans.review_on is 'Day by which it is to be reviewed next.';
comment on column care.plans.sealed_aim is 'What it is for, sealed under the case key; null when nothing was written or after erasure.';
comment on column care.plans.written_by is 'Account that wrote it last: its author; null for the demo.';
comment on column care.plans.written_name is 'Name of the author, as it was then.';
comment on column care.plans.submitted_by is 'Account that handed it in; null before.';
comment on column care.plans.submitted_at is 'When it was handed in; null before.';
comment on column care.plans.decided_by is 'Account that approved or returned it; null before.';
comment on column care.plans.decided_name is 'Name of who decided, as it was then; null before.';
comment on column care.plans.decided_on is 'Day of the decision; null before.';
comment on column care.plans.sealed_answer is 'What the decision says, sealed under the case key; null when nothing was written.';
comment on column care.plans.suspended_on is 'Day on which a consent was withdrawn that it stood on; null while it is not suspended.';
comment on column care.plans.ended_on is 'Day it ended; null before.';
comment on column care.plans.ending_reason is 'Why it ended, a code; null before.';
comment on column care.plans.sealed_ending is 'What came of it, sealed under the case key; null before or when nothing was written.';
comment on column care.plans.version is 'Counts changes; a stale save is refused.';
comment on column care.plans.created_at is 'When the row was made.';
comment on column care.plans.updated_at is 'When the row last changed.';
create unique index plans_case_key on care.plans (city_id, case_id) where status <> 'ended';
create index plans_case_idx on care.plans (city_id, case_id, from_on desc);
create index plans_scope_idx on care.plans (city_id, scope_code, review_on, id);
create index plans_child_idx on care.plans (city_id, child_id) where status = 'approved';
create index plans_review_idx on care.plans (city_id, review_on, id) where status = 'approved';
select platform.declare_table('care.plans', 'scoped', 'select, insert, update');

create table care.plan_goals (
  city_id int not null,
  id uuid not null,
  plan_id uuid not null,
  scope_code bigint not null,
  place smallint not null,
  sealed_text bytea,
  due_on date not null,
  outcome text not null default 'open' constraint plan_goals_outcome_check check (outcome in ('open', 'reached', 'missed')),
  sealed_words bytea,
  judged_on date,
  constraint plan_goals_pkey primary key (city_id, id),
  constraint plan_goals_plan_fkey foreign key (city_id, plan_id) references care.plans (city_id, id),
  constraint plan_goals_judged_check check ((outcome = 'open') = (judged_on is null))
);
comment on table care.plan_goals is 'What a plan is to reach, and by when.';
comment on column care.plan_goals.city_id is 'City.';
comment on column care.plan_goals.id is 'Goal.';
comment on column care.plan_goals.plan_id is 'Plan.';
comment on column care.plan_goals.scope_code is 'Scope code of the case''s unit.';
comment on column care.plan_goals.place is 'Its place in the plan, from 1.';
comment on column care.plan_goals.sealed_text is 'What is to be reached, sealed under the case key; null after erasure.';
comment on column care.plan_goals.due_on is 'Day by which it is to be reached.';
comment on column care.plan_goals.outcome is 'open, reached or missed, as the latest review says.';
comment on column care.plan_goals.sealed_words is 'How it stands in words, sealed under the case key; null when nothing was written.';
comment on column care.plan_goals.judged_on is 'Day on which it was found reached or missed; null while it is open.';
create index plan_goals_plan_idx on care.plan_goals (city_id, plan_id, place);
select platform.declare_table('care.plan_goals', 'scoped', 'select, insert, update, delete');

create table care.plan_services (
  city_id int not null,
  id uuid not null,
  plan_id uuid not null,
  scope_code bigint not null,
  place smallint not null,
  sealed_text bytea,
  responsible text not null,
  from_on date not null,
  until_on date not null,
  constraint plan_services_pkey primary key (city_id, id),
  constraint plan_services_plan_fkey foreign key (city_id, plan_id) references care.plans (city_id, id),
  constraint plan_services_days_check check (from_on <= until_on)
);
comment on table care.plan_services is 'What is done under a plan, by whom, and when.';
comment on column care.plan_services.city_id is 'City.';
comment on column care.plan_services.id is 'Service.';
comment on column care.plan_services.plan_id is 'Plan.';
comment on column care.plan_services.scope_code is 'Scope code of the case''s unit.';
comment on column care.plan_services.place is 'Its place in the plan, from 1.';
comment on column care.plan_services.sealed_text is 'What is done, sealed under the case key; null after erasure.';
comment on column care.plan_services.responsible is 'Who sees to it: a volunteer, a worker, a school, an office.';
comment on column care.plan_services.from_on is 'First day.';
comment on column care.plan_services.until_on is 'Last day.';
create index plan_services_plan_idx on care.plan_services (city_id, plan_id, place);
select platform.declare_table('care.plan_services', 'scoped', 'select, insert, update, delete');

create table care.plan_reviews (
  city_id int not null,
  id uuid not null,
  plan_id uuid not null,
  scope_code bigint not null,
  reviewed_on date not null,
  sealed_summary bytea,
  next_review_on date,
  reviewed_by uuid,
  reviewed_name text not null,
  created_at timestamptz not null default now(),
  constraint plan_reviews_pkey primary key (city_id, id),
  constraint plan_reviews_plan_fkey foreign key (city_id, plan_id) references care.plans (city_id, id)
);
comment on table care.plan_reviews is 'Looking at a plan again: how its goals stand and when it is looked at next (回访).';
comment on column care.plan_reviews.city_id is 'City.';
comment on column care.plan_reviews.id is 'Review.';
comment on column care.plan_reviews.plan_id is 'Plan.';
comment on column care.plan_reviews.scope_code is 'Scope code of the case''s unit.';
comment on column care.plan_reviews.reviewed_on is 'Day of the review.';
comment on column care.plan_reviews.sealed_summary is 'What was found, sealed under the case key; null when nothing was written or after erasure.';
comment on column care.plan_reviews.next_review_on is 'Day by which the next review is due; null when the last day of the plan stands for it.';
comment on column care.plan_reviews.reviewed_by is 'Account that reviewed; null for the demo.';
comment on column care.plan_reviews.reviewed_name is 'Name of who reviewed, as it was then.';
comment on column care.plan_reviews.created_at is 'When it was entered.';
create index plan_reviews_plan_idx on care.plan_reviews (city_id, plan_id, reviewed_on desc, id desc);
select platform.declare_table('care.plan_reviews', 'scoped', 'select, insert, update');

insert into accounts.role_permissions (role_code, permission) values
  ('office', 'plan.write'), ('care-worker', 'plan.write'), ('office', 'plan.approve');

insert into figures.indicators (code, version, valid_from, group_name, sort_order, name, definition, counted_in, kind, counting, timing, measures, numerator_code,
  denominator_code, scale, source, word_source) values
('plans.approved', 1, '2000-01-01', '帮扶', 910, '核定方案数', '期间内核定的帮扶方案数。', '个', 'count', 'rows', 'flow',
  '{plan.approved}', null, null, 1, '帮扶方案', '个案工作规范：方案核定'),
('plans.in-force', 1, '2000-01-01', '帮扶', 920, '执行中方案的个案数', '期末有执行中帮扶方案的个案数，中止和结束的不计。', '个', 'count', 'rows', 'stock',
  '{plan.in-force}', null, null, 1, '帮扶方案', '个案工作规范：方案执行'),
('plans.reviewed', 1, '2000-01-01', '帮扶', 930, '方案回访次数', '期间内对帮扶方案所作的回访次数。', '次', 'count', 'rows', 'flow',
  '{plan.reviewed}', null, null, 1, '方案回访', '个案工作规范：定期回访');
