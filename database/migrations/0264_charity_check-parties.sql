set local citus.multi_shard_modify_mode = 'sequential';

-- Whether a donor is a related party is looked at when a gift is confirmed and when an agreement is recorded; what was found stands beside it.
create table charity.party_checks (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  subject_kind text not null constraint party_checks_subject_kind_check check (subject_kind in ('gift', 'agreement')),
  subject_id uuid not null,
  matches jsonb not null,
  checked_on date not null,
  constraint party_checks_pkey primary key (city_id, id)
);
comment on table charity.party_checks is 'That a gift or an agreement was compared with the related parties and the board of its books, and what was found; appended.';
comment on column charity.party_checks.city_id is 'City.';
comment on column charity.party_checks.id is 'Check.';
comment on column charity.party_checks.scope_code is 'Scope code of the gift or agreement.';
comment on column charity.party_checks.subject_kind is 'gift or agreement.';
comment on column charity.party_checks.subject_id is 'Gift or agreement.';
comment on column charity.party_checks.matches is 'What was found, each with the ground of the relation and what agreed (code, identity, name); no name of anybody.';
comment on column charity.party_checks.checked_on is 'Day.';
create index party_checks_subject_idx on charity.party_checks (city_id, subject_id, id desc);
select platform.declare_table('charity.party_checks', 'scoped', 'select, insert');
