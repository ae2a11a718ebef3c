set local citus.multi_shard_modify_mode = 'sequential';

create table care.visit_comments (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  visit_id uuid not null,
  sealed_text bytea,
  commented_by uuid,
  commented_name text not null,
  commented_at timestamptz not null default now(),
  constraint visit_comments_pkey primary key (city_id, id),
  constraint visit_comments_visit_fkey foreign key (city_id, visit_id) references care.visits (city_id, id)
);
comment on table care.visit_comments is 'What an office says about a visit, thanks above all, so that a volunteer feels seen.';
comment on column care.visit_comments.city_id is 'City.';
comment on column care.visit_comments.id is 'Comment.';
comment on column care.visit_comments.scope_code is 'Scope code of the case''s unit.';
comment on column care.visit_comments.visit_id is 'Visit.';
comment on column care.visit_comments.sealed_text is 'What was said, sealed under the case key; null after erasure of the child.';
comment on column care.visit_comments.commented_by is 'Account that said it; null for the demo.';
comment on column care.visit_comments.commented_name is 'Name of who said it, as it was then.';
comment on column care.visit_comments.commented_at is 'When it was said.';
create index visit_comments_visit_idx on care.visit_comments (city_id, visit_id, commented_at);
select platform.declare_table('care.visit_comments', 'scoped', 'select, insert, update');

create table care.visit_series (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  case_id uuid not null,
  from_on date not null,
  until_on date not null,
  every_weeks smallint not null constraint visit_series_every_weeks_check check (every_weeks between 1 and 26),
  medium text not null constraint visit_series_medium_check check (medium in ('home', 'phone', 'school', 'video', 'outing')),
  volunteer_id uuid,
  planned_by uuid,
  created_at timestamptz not null default now(),
  constraint visit_series_pkey primary key (city_id, id),
  constraint visit_series_case_fkey foreign key (city_id, case_id) references care.cases (city_id, id),
  constraint visit_series_days_check check (from_on <= until_on)
);
comment on table care.visit_series is 'Visits planned every so many weeks until a day; each of them stands in planned_visits and may be moved or dropped alone.';
comment on column care.visit_series.city_id is 'City.';
comment on column care.visit_series.id is 'Series.';
comment on column care.visit_series.scope_code is 'Scope code of the case''s unit.';
comment on column care.visit_series.case_id is 'Case.';
comment on column care.visit_series.from_on is 'Day of the first visit.';
comment on column care.visit_series.until_on is 'No visit later than this day.';
comment on column care.visit_series.every_weeks is 'Weeks between two visits.';
comment on column care.visit_series.medium is 'How they are to be made.';
comment on column care.visit_series.volunteer_id is 'Volunteer who is to go; null when the worker goes alone.';
comment on column care.visit_series.planned_by is 'Account that planned it; null for the system itself.';
comment on column care.visit_series.created_at is 'When it was planned.';
create index visit_series_case_idx on care.visit_series (city_id, case_id);
select platform.declare_table('care.visit_series', 'scoped', 'select, insert, update');

alter table care.planned_visits add column series_id uuid;
comment on column care.planned_visits.series_id is 'Series it belongs to; null when it was planned alone.';
create index planned_visits_series_idx on care.planned_visits (city_id, series_id, planned_on) where status = 'planned';

insert into accounts.role_permissions (role_code, permission) values ('office', 'visit.comment'), ('care-worker', 'visit.comment');
