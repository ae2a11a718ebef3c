set local citus.multi_shard_modify_mode = 'sequential';

-- What a family wishes of the volunteer; advice for whoever pairs, never a bar.
alter table care.cases
  add column wished_sex text constraint cases_wished_sex_check check (wished_sex in ('male', 'female')),
  add column wished_languages text[] not null default '{}',
  add column wished_skills text[] not null default '{}';
comment on column care.cases.wished_sex is 'Sex wished of the volunteer: male or female; null when it does not matter.';
comment on column care.cases.wished_languages is 'Languages and dialects wished of the volunteer; empty when it does not matter.';
comment on column care.cases.wished_skills is 'Skills wished of the volunteer; empty when it does not matter.';

-- A handover says from whom a pairing is taken over and whether the successor sees what was written before.
alter table care.pairings
  add column predecessor_id uuid,
  add column may_read_earlier boolean not null default false,
  add column handed_over_by uuid,
  add constraint pairings_handover_check check (predecessor_id is not null or not may_read_earlier);
comment on column care.pairings.predecessor_id is 'Pairing that was taken over; null when it was made anew.';
comment on column care.pairings.may_read_earlier is 'The volunteer opens the notes of the pairing taken over, while this one lasts.';
comment on column care.pairings.handed_over_by is 'Account that decided the handover; null when there was none.';

-- The first visits of a pairing are for two people: a second volunteer, or a worker.
alter table care.visits add column with_worker boolean not null default false;
comment on column care.visits.with_worker is 'A worker went along.';
alter table care.planned_visits
  add column second_volunteer_id uuid,
  add column with_worker boolean not null default false;
comment on column care.planned_visits.second_volunteer_id is 'Volunteer who goes along; null when nobody was named.';
comment on column care.planned_visits.with_worker is 'A worker goes along.';

create view children.published_households with (security_invoker = true) as
  select c.city_id, c.id, c.scope_code, c.household_id from children.children c where c.status = 'registered';
comment on view children.published_households is 'Which registered children live together, so that siblings go to one volunteer: keys only.';
comment on column children.published_households.city_id is 'City.';
comment on column children.published_households.id is 'Child.';
comment on column children.published_households.scope_code is 'Scope code of the unit that looks after the child.';
comment on column children.published_households.household_id is 'Household.';
grant select on children.published_households to xinhuo_app, xinhuo_worker;

insert into accounts.role_permissions (role_code, permission) values ('office', 'note.hand-over');
