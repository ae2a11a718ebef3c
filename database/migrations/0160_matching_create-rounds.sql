set local citus.multi_shard_modify_mode = 'sequential';

create schema matching;
comment on schema matching is '结对推荐: rounds of matching, proposed pairs, children left without, pairs that must not be made.';
select platform.declare_schema('matching');

create table matching.rounds (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  status text not null default 'requested' constraint rounds_status_check check (status in ('requested', 'done', 'cancelled', 'failed')),
  weights jsonb not null,
  child_count int,
  volunteer_count int,
  proposed_count int,
  unserved_count int,
  one_more jsonb,
  failure text,
  requested_by uuid not null,
  requested_name text not null,
  requested_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  constraint rounds_pkey primary key (city_id, id),
  constraint rounds_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id),
  constraint rounds_done_check check ((status = 'done') = (proposed_count is not null)),
  constraint rounds_failed_check check ((status = 'failed') = (failure is not null))
);
comment on table matching.rounds is 'One round of matching volunteers to the children of a unit and all below who have nobody.';
comment on column matching.rounds.city_id is 'City.';
comment on column matching.rounds.id is 'Round.';
comment on column matching.rounds.scope_code is 'Scope code of the unit matched.';
comment on column matching.rounds.unit_id is 'Unit matched, with all below.';
comment on column matching.rounds.status is 'requested (waits or runs), done, cancelled or failed.';
comment on column matching.rounds.weights is 'Weights in force when it was requested.';
comment on column matching.rounds.child_count is 'Children who waited; null until done.';
comment on column matching.rounds.volunteer_count is 'Volunteers with free places; null until done.';
comment on column matching.rounds.proposed_count is 'Pairs proposed; null until done.';
comment on column matching.rounds.unserved_count is 'Children for whom nobody is proposed; null until done.';
comment on column matching.rounds.one_more is 'Where one more volunteer would help, by town; null until done.';
comment on column matching.rounds.failure is 'Why it failed, as a sentence; null otherwise.';
comment on column matching.rounds.requested_by is 'Account that asked for it.';
comment on column matching.rounds.requested_name is 'Name of that person.';
comment on column matching.rounds.requested_at is 'When it was asked for.';
comment on column matching.rounds.finished_at is 'When it was done, cancelled or failed; null until then.';
create index rounds_scope_idx on matching.rounds (city_id, scope_code, requested_at desc, id desc);
create unique index rounds_running_key on matching.rounds (city_id, unit_id) where status = 'requested';
select platform.declare_table('matching.rounds', 'scoped', 'select, insert, update');

create table matching.proposals (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  round_id uuid not null,
  case_id uuid not null,
  child_id uuid not null,
  child_label text not null,
  colour text not null,
  volunteer_id uuid not null,
  volunteer_name text not null,
  volunteer_unit_name text not null,
  terms jsonb not null,
  total int not null,
  alternative jsonb,
  status text not null default 'proposed' constraint proposals_status_check check (status in ('proposed', 'accepted', 'changed', 'rejected')),
  reason text,
  decided_by uuid,
  decided_name text,
  decided_at timestamptz(3),
  version int not null default 1,
  constraint proposals_pkey primary key (city_id, id),
  constraint proposals_round_fkey foreign key (city_id, round_id) references matching.rounds (city_id, id),
  constraint proposals_decided_check check ((status = 'proposed') = (decided_at is null))
);
comment on table matching.proposals is 'A pair that a round proposes, with what speaks for it in points, the best volunteer passed over, and what a person decided.';
comment on column matching.proposals.city_id is 'City.';
comment on column matching.proposals.id is 'Proposal.';
comment on column matching.proposals.scope_code is 'Scope code of the unit matched: whoever may not see the round sees none of its people.';
comment on column matching.proposals.round_id is 'Round.';
comment on column matching.proposals.case_id is 'Case.';
comment on column matching.proposals.child_id is 'Child.';
comment on column matching.proposals.child_label is 'Masked name and age band at the time.';
comment on column matching.proposals.colour is 'Colour of risk at the time.';
comment on column matching.proposals.volunteer_id is 'Volunteer proposed, or chosen instead when changed.';
comment on column matching.proposals.volunteer_name is 'Name of that volunteer.';
comment on column matching.proposals.volunteer_unit_name is 'Unit of that volunteer.';
comment on column matching.proposals.terms is 'Points term by term.';
comment on column matching.proposals.total is 'Points in all.';
comment on column matching.proposals.alternative is 'The best volunteer passed over, with points and why; null when there was no other.';
comment on column matching.proposals.status is 'proposed, accepted, changed (another volunteer was paired) or rejected.';
comment on column matching.proposals.reason is 'Why it was changed or rejected; null otherwise.';
comment on column matching.proposals.decided_by is 'Account that decided; null while proposed.';
comment on column matching.proposals.decided_name is 'Name of that person; null while proposed.';
comment on column matching.proposals.decided_at is 'When it was decided; null while proposed.';
comment on column matching.proposals.version is 'Counts changes; a stale save is refused.';
create index proposals_round_idx on matching.proposals (city_id, round_id, total desc, id);
select platform.declare_table('matching.proposals', 'scoped', 'select, insert, update');

create table matching.unserved (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  round_id uuid not null,
  case_id uuid not null,
  child_label text not null,
  colour text not null,
  reason text not null constraint unserved_reason_check check (reason in ('nobody-allowed', 'all-taken')),
  constraint unserved_pkey primary key (city_id, id),
  constraint unserved_round_fkey foreign key (city_id, round_id) references matching.rounds (city_id, id)
);
comment on table matching.unserved is 'A child for whom a round proposes nobody.';
comment on column matching.unserved.city_id is 'City.';
comment on column matching.unserved.id is 'Row.';
comment on column matching.unserved.scope_code is 'Scope code of the unit matched.';
comment on column matching.unserved.round_id is 'Round.';
comment on column matching.unserved.case_id is 'Case.';
comment on column matching.unserved.child_label is 'Masked name and age band at the time.';
comment on column matching.unserved.colour is 'Colour of risk at the time.';
comment on column matching.unserved.reason is 'nobody-allowed: no volunteer may be paired; all-taken: all who may are needed elsewhere.';
create index unserved_round_idx on matching.unserved (city_id, round_id, id);
select platform.declare_table('matching.unserved', 'scoped', 'select, insert');

create table matching.no_go_pairs (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  child_id uuid not null,
  volunteer_id uuid not null,
  volunteer_name text not null,
  reason text not null,
  set_by uuid not null,
  set_name text not null,
  set_at timestamptz(3) not null default now(),
  constraint no_go_pairs_pkey primary key (city_id, id)
);
comment on table matching.no_go_pairs is 'A volunteer and a child who must not be paired: relatives in dispute, an earlier complaint, the family''s wish.';
comment on column matching.no_go_pairs.city_id is 'City.';
comment on column matching.no_go_pairs.id is 'Row.';
comment on column matching.no_go_pairs.scope_code is 'Scope code of the child''s unit.';
comment on column matching.no_go_pairs.child_id is 'Child.';
comment on column matching.no_go_pairs.volunteer_id is 'Volunteer.';
comment on column matching.no_go_pairs.volunteer_name is 'Name of the volunteer.';
comment on column matching.no_go_pairs.reason is 'Why, without naming the child.';
comment on column matching.no_go_pairs.set_by is 'Account that set it.';
comment on column matching.no_go_pairs.set_name is 'Name of that person.';
comment on column matching.no_go_pairs.set_at is 'When it was set.';
create unique index no_go_pairs_pair_key on matching.no_go_pairs (city_id, child_id, volunteer_id);
create index no_go_pairs_scope_idx on matching.no_go_pairs (city_id, scope_code, set_at desc, id desc);
select platform.declare_table('matching.no_go_pairs', 'scoped', 'select, insert, delete');

-- What a family wishes of the volunteer counts in a round.
create view care.published_wishes with (security_invoker = true) as
  select city_id, id as case_id, scope_code, wished_sex, wished_languages, wished_skills from care.cases;
comment on view care.published_wishes is 'What the family of a case wishes of its volunteer, for the other modules.';
comment on column care.published_wishes.city_id is 'City.';
comment on column care.published_wishes.case_id is 'Case.';
comment on column care.published_wishes.scope_code is 'Scope code of the unit that leads it.';
comment on column care.published_wishes.wished_sex is 'male or female; null when it does not matter.';
comment on column care.published_wishes.wished_languages is 'Languages and dialects; empty when it does not matter.';
comment on column care.published_wishes.wished_skills is 'Skills; empty when it does not matter.';
grant select on care.published_wishes to xinhuo_app, xinhuo_worker;

insert into accounts.role_permissions (role_code, permission) values ('office', 'matching.propose');
