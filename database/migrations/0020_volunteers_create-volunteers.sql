set local citus.multi_shard_modify_mode = 'sequential';

create schema volunteers;
comment on schema volunteers is '五老队伍: the register of volunteers, their clearances, insurance, search terms and duplicates.';
select platform.declare_schema('volunteers');

create table volunteers.categories (
  code text constraint categories_pkey primary key,
  name text not null,
  source text not null,
  sort_order int not null
);
comment on table volunteers.categories is 'The five sorts of volunteer (五老); one person may be of several.';
comment on column volunteers.categories.code is 'Category, e.g. teacher.';
comment on column volunteers.categories.name is 'Chinese name.';
comment on column volunteers.categories.source is 'Which rule names it.';
comment on column volunteers.categories.sort_order is 'Order in forms and lists.';
insert into volunteers.categories (code, name, source, sort_order) values
  ('cadre', '老干部', '中国关工委工作条例（2011年修订）', 1),
  ('soldier', '老战士', '中国关工委工作条例（2011年修订）', 2),
  ('expert', '老专家', '中国关工委工作条例（2011年修订）', 3),
  ('teacher', '老教师', '中国关工委工作条例（2011年修订）', 4),
  ('model-worker', '老模范', '中国关工委工作条例（2011年修订）', 5);
select platform.declare_table('volunteers.categories', 'city-wide', 'select');

create table volunteers.service_roles (
  code text constraint service_roles_pkey primary key,
  name text not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  sort_order int not null,
  constraint service_roles_period_check check (valid_until is null or valid_until >= valid_from)
);
comment on table volunteers.service_roles is 'What volunteers do for children (十大员), as dated data: a later document may name others.';
comment on column volunteers.service_roles.code is 'Service role, e.g. family-education.';
comment on column volunteers.service_roles.name is 'Chinese name.';
comment on column volunteers.service_roles.valid_from is 'First day on which it can be given.';
comment on column volunteers.service_roles.valid_until is 'Last day on which it can be given; null while it can.';
comment on column volunteers.service_roles.source is 'Which document names it.';
comment on column volunteers.service_roles.sort_order is 'Order in forms and lists.';
insert into volunteers.service_roles (code, name, valid_from, source, sort_order)
select code, name, '2021-01-01', '甘肃省落实《关于加强新时代关心下一代工作委员会工作的意见》的做法（十大员）', sort_order from (values
  ('political-lecturer', '思政巡讲报告员', 1), ('red-education', '红色教育宣传员', 2), ('civility-guide', '文明新风引导员', 3),
  ('legal-aid', '普法维权帮教员', 4), ('family-education', '家教家风传播员', 5), ('village-revival', '乡村振兴指导员', 6),
  ('neighbourhood', '社会治理网格员', 7), ('science-culture', '科技文化辅导员', 8), ('schooling-aid', '助学帮困协调员', 9),
  ('health-advice', '健康教育咨询员', 10)) as named (code, name, sort_order);
select platform.declare_table('volunteers.service_roles', 'city-wide', 'select');

create table volunteers.volunteers (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  name text not null,
  sex text not null constraint volunteers_sex_check check (sex in ('male', 'female')),
  birth_on date,
  phone text,
  id_hash bytea,
  sealed bytea,
  categories text[] not null constraint volunteers_categories_check check (cardinality(categories) between 1 and 5),
  skills text[] not null default '{}',
  service_roles text[] not null default '{}',
  health_limits text[] not null default '{}',
  availability text,
  capacity smallint not null default 0 constraint volunteers_capacity_check check (capacity between 0 and 20),
  is_party_member boolean,
  education text constraint volunteers_education_check check (education in ('primary', 'junior', 'senior', 'college', 'bachelor', 'master')),
  former_work text,
  has_smartphone boolean,
  joined_on date not null,
  joined_by text not null constraint volunteers_joined_by_check check (joined_by in ('organised', 'inspired', 'introduced')),
  introducer_id uuid,
  member_since date,
  status text not null default 'active' constraint volunteers_status_check check (status in ('active', 'resting', 'left', 'merged', 'withdrawn')),
  status_on date,
  status_reason text,
  clearance_result text constraint volunteers_clearance_result_check check (clearance_result in ('clear', 'found', 'pending')),
  clearance_on date,
  clearance_until date,
  insured_until date,
  merged_into_id uuid,
  is_referred boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default date_trunc('milliseconds', now()),
  constraint volunteers_pkey primary key (city_id, id),
  constraint volunteers_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id),
  constraint volunteers_introducer_fkey foreign key (city_id, introducer_id) references volunteers.volunteers (city_id, id),
  constraint volunteers_merged_into_fkey foreign key (city_id, merged_into_id) references volunteers.volunteers (city_id, id),
  constraint volunteers_merged_check check ((status = 'merged') = (merged_into_id is not null)),
  constraint volunteers_status_on_check check ((status = 'active') = (status_on is null))
);
comment on table volunteers.volunteers is 'The register of volunteers (五老), one row per person.';
comment on column volunteers.volunteers.city_id is 'City.';
comment on column volunteers.volunteers.id is 'Volunteer.';
comment on column volunteers.volunteers.scope_code is 'Scope code of the unit.';
comment on column volunteers.volunteers.unit_id is 'Unit whose team the volunteer belongs to.';
comment on column volunteers.volunteers.name is 'Name, in clear: volunteers act in public.';
comment on column volunteers.volunteers.sex is 'male or female.';
comment on column volunteers.volunteers.birth_on is 'Birth date; null when not known.';
comment on column volunteers.volunteers.phone is 'Telephone, digits as stored by platform/values/phone; null when there is none.';
comment on column volunteers.volunteers.id_hash is 'Keyed hash of the identity number, to find the same person again; null when no number was given.';
comment on column volunteers.volunteers.sealed is 'Identity number, encrypted under the volunteer''s own key; null when none was given.';
comment on column volunteers.volunteers.categories is 'Codes of categories, at least one.';
comment on column volunteers.volunteers.skills is 'What the volunteer can teach or do, in words.';
comment on column volunteers.volunteers.service_roles is 'Codes of service roles.';
comment on column volunteers.volunteers.health_limits is 'What the volunteer should not be asked to do; advice to whoever gives a task, never an exclusion.';
comment on column volunteers.volunteers.availability is 'When the volunteer has time, in words; null when not said.';
comment on column volunteers.volunteers.capacity is 'How many children the volunteer looks after at most; 0 for none.';
comment on column volunteers.volunteers.is_party_member is 'Member of the party; null when not known.';
comment on column volunteers.volunteers.education is 'Highest schooling; null when not known.';
comment on column volunteers.volunteers.former_work is 'What the volunteer did before retiring; null when not said.';
comment on column volunteers.volunteers.has_smartphone is 'Whether visits can be recorded by the volunteer; null when not known.';
comment on column volunteers.volunteers.joined_on is 'Day of joining.';
comment on column volunteers.volunteers.joined_by is 'organised (组织发动), inspired (典型带动) or introduced (五老推动).';
comment on column volunteers.volunteers.introducer_id is 'Volunteer who brought this one in; null when nobody did or it is not known.';
comment on column volunteers.volunteers.member_since is 'Day from which figures count the volunteer at this unit, after a move or a return; null when since joining.';
comment on column volunteers.volunteers.status is 'active, resting, left; merged into another record; withdrawn when the import that made it was undone.';
comment on column volunteers.volunteers.status_on is 'First day of that status; null while active.';
comment on column volunteers.volunteers.status_reason is 'Why resting, left or withdrawn; null while active or where no reason was given.';
comment on column volunteers.volunteers.clearance_result is 'Result of the latest clearance: clear (无记录), found (有记录), pending (待查); null when there was none.';
comment on column volunteers.volunteers.clearance_on is 'Day of the latest clearance; null when there was none.';
comment on column volunteers.volunteers.clearance_until is 'Last day on which the latest clearance counts; null when there was none or it was not clear.';
comment on column volunteers.volunteers.insured_until is 'Last day of the latest accident insurance; null when there was none.';
comment on column volunteers.volunteers.merged_into_id is 'Record that goes on for this person; null unless merged.';
comment on column volunteers.volunteers.is_referred is 'Another record (a pairing, an account) refers to the volunteer: the import that made it can no longer be undone for this row.';
comment on column volunteers.volunteers.version is 'Counts changes; a stale save is refused.';
comment on column volunteers.volunteers.created_at is 'When the row was made.';
comment on column volunteers.volunteers.created_by is 'Account that registered the volunteer; null for the demo.';
comment on column volunteers.volunteers.updated_at is 'When the row last changed, to the millisecond: lists are ordered by it.';
create index volunteers_scope_idx on volunteers.volunteers (city_id, scope_code, updated_at desc, id desc) include (status, clearance_result, clearance_until, categories);
create index volunteers_recent_idx on volunteers.volunteers (city_id, updated_at desc, id desc) include (scope_code, status);
create unique index volunteers_id_hash_key on volunteers.volunteers (city_id, id_hash) where id_hash is not null and status not in ('merged', 'withdrawn');
create index volunteers_name_idx on volunteers.volunteers (city_id, name, birth_on) where status not in ('merged', 'withdrawn');
create index volunteers_phone_idx on volunteers.volunteers (city_id, phone) where phone is not null and status not in ('merged', 'withdrawn');
create index volunteers_introducer_idx on volunteers.volunteers (city_id, introducer_id) where introducer_id is not null;
create index volunteers_clearance_idx on volunteers.volunteers (city_id, clearance_until) include (scope_code, unit_id) where status = 'active';
select platform.declare_table('volunteers.volunteers', 'scoped', 'select, insert, update');

create table volunteers.person_keys (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  wrapped bytea,
  erased_at timestamptz,
  constraint person_keys_pkey primary key (city_id, id),
  constraint person_keys_volunteer_fkey foreign key (city_id, id) references volunteers.volunteers (city_id, id),
  constraint person_keys_erased_check check ((wrapped is null) = (erased_at is not null))
);
comment on table volunteers.person_keys is 'The data key of each volunteer with an identity number, wrapped by a master key outside the database.';
comment on column volunteers.person_keys.city_id is 'City.';
comment on column volunteers.person_keys.id is 'Volunteer.';
comment on column volunteers.person_keys.scope_code is 'Scope code of the volunteer''s unit.';
comment on column volunteers.person_keys.wrapped is 'Wrapped data key; null after erasure.';
comment on column volunteers.person_keys.erased_at is 'When the key was destroyed; null while it holds.';
select platform.declare_table('volunteers.person_keys', 'scoped', 'select, insert, update');

create table volunteers.search_terms (
  city_id int not null,
  term text not null,
  scope_code bigint not null,
  volunteer_id uuid not null,
  constraint search_terms_pkey primary key (city_id, term, scope_code, volunteer_id)
);
comment on table volunteers.search_terms is 'What a volunteer is found by, compared by equality: name characters, pinyin, initials, phone and its tail. Derived from the register.';
comment on column volunteers.search_terms.city_id is 'City.';
comment on column volunteers.search_terms.term is 'Kind and term, e.g. pinyin:zjg.';
comment on column volunteers.search_terms.scope_code is 'Scope code of the volunteer''s unit.';
comment on column volunteers.search_terms.volunteer_id is 'Volunteer.';
create index search_terms_volunteer_idx on volunteers.search_terms (city_id, volunteer_id);
select platform.declare_table('volunteers.search_terms', 'scoped', 'select, insert, delete');

create table volunteers.clearances (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  volunteer_id uuid not null,
  checked_on date not null,
  channel text,
  result text not null constraint clearances_result_check check (result in ('clear', 'found', 'pending')),
  valid_until date,
  file_number text,
  ends_on date,
  has_ended boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint clearances_pkey primary key (city_id, id),
  constraint clearances_volunteer_fkey foreign key (city_id, volunteer_id) references volunteers.volunteers (city_id, id),
  constraint clearances_valid_check check ((result = 'clear') = (valid_until is not null)),
  constraint clearances_period_check check (valid_until is null or valid_until >= checked_on)
);
comment on table volunteers.clearances is 'Yearly checks whether a volunteer may work with children (准入查询): result and validity only, never what was found.';
comment on column volunteers.clearances.city_id is 'City.';
comment on column volunteers.clearances.id is 'Clearance.';
comment on column volunteers.clearances.scope_code is 'Scope code of the volunteer''s unit.';
comment on column volunteers.clearances.volunteer_id is 'Volunteer.';
comment on column volunteers.clearances.checked_on is 'Day of the answer.';
comment on column volunteers.clearances.channel is 'Who was asked (公安, 检察); null when not said.';
comment on column volunteers.clearances.result is 'clear (无记录), found (有记录) or pending (待查).';
comment on column volunteers.clearances.valid_until is 'Last day on which it counts; null unless clear.';
comment on column volunteers.clearances.file_number is 'Number of the answer in the files; null when it has none.';
comment on column volunteers.clearances.ends_on is 'Day from which figures no longer count it: the day after its last one, or the day a later clearance takes over; null when they never did.';
comment on column volunteers.clearances.has_ended is 'Its fact has been ended.';
comment on column volunteers.clearances.recorded_at is 'When it was recorded.';
comment on column volunteers.clearances.recorded_by is 'Account that recorded it; null for the demo.';
create index clearances_volunteer_idx on volunteers.clearances (city_id, volunteer_id, checked_on desc);
create index clearances_lapsing_idx on volunteers.clearances (city_id, ends_on) where not has_ended;
select platform.declare_table('volunteers.clearances', 'scoped', 'select, insert, update');

create table volunteers.insurances (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  volunteer_id uuid not null,
  insurer text not null,
  from_on date not null,
  until_on date not null,
  ends_on date,
  has_ended boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint insurances_pkey primary key (city_id, id),
  constraint insurances_volunteer_fkey foreign key (city_id, volunteer_id) references volunteers.volunteers (city_id, id),
  constraint insurances_period_check check (until_on >= from_on)
);
comment on table volunteers.insurances is 'Accident insurance of volunteers.';
comment on column volunteers.insurances.city_id is 'City.';
comment on column volunteers.insurances.id is 'Insurance.';
comment on column volunteers.insurances.scope_code is 'Scope code of the volunteer''s unit.';
comment on column volunteers.insurances.volunteer_id is 'Volunteer.';
comment on column volunteers.insurances.insurer is 'Company.';
comment on column volunteers.insurances.from_on is 'First day.';
comment on column volunteers.insurances.until_on is 'Last day.';
comment on column volunteers.insurances.ends_on is 'Day from which figures no longer count it: the day after its last one, or the day a later insurance takes over; null when they never did.';
comment on column volunteers.insurances.has_ended is 'Its fact has been ended.';
comment on column volunteers.insurances.recorded_at is 'When it was recorded.';
comment on column volunteers.insurances.recorded_by is 'Account that recorded it; null for the demo.';
create index insurances_volunteer_idx on volunteers.insurances (city_id, volunteer_id, from_on desc);
create index insurances_lapsing_idx on volunteers.insurances (city_id, ends_on) where not has_ended;
select platform.declare_table('volunteers.insurances', 'scoped', 'select, insert, update');

create table volunteers.duplicates (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  first_id uuid not null,
  second_id uuid not null,
  reasons text[] not null,
  status text not null default 'open' constraint duplicates_status_check check (status in ('open', 'distinct', 'merged')),
  note text,
  decided_at timestamptz,
  decided_by uuid,
  found_at timestamptz not null default date_trunc('milliseconds', now()),
  constraint duplicates_pkey primary key (city_id, id),
  constraint duplicates_pair_key unique (city_id, first_id, second_id),
  constraint duplicates_first_fkey foreign key (city_id, first_id) references volunteers.volunteers (city_id, id),
  constraint duplicates_second_fkey foreign key (city_id, second_id) references volunteers.volunteers (city_id, id),
  constraint duplicates_order_check check (first_id < second_id),
  constraint duplicates_decided_check check ((status = 'open') = (decided_at is null))
);
comment on table volunteers.duplicates is 'Pairs of records that may be one person, and what was decided; a pair said to be two people is not asked about again.';
comment on column volunteers.duplicates.city_id is 'City.';
comment on column volunteers.duplicates.id is 'Pair.';
comment on column volunteers.duplicates.scope_code is 'Scope code of the lowest unit that stands above both: only who sees both can decide.';
comment on column volunteers.duplicates.first_id is 'The volunteer with the smaller id.';
comment on column volunteers.duplicates.second_id is 'The other volunteer.';
comment on column volunteers.duplicates.reasons is 'What is the same: name-birth, phone.';
comment on column volunteers.duplicates.status is 'open, distinct (two people) or merged (one person).';
comment on column volunteers.duplicates.note is 'Why they are two people; null while open or when nothing was said.';
comment on column volunteers.duplicates.decided_at is 'When it was decided; null while open.';
comment on column volunteers.duplicates.decided_by is 'Account that decided; null while open.';
comment on column volunteers.duplicates.found_at is 'When the pair was noticed.';
create index duplicates_scope_idx on volunteers.duplicates (city_id, scope_code, found_at desc, id desc) where status = 'open';
create index duplicates_second_idx on volunteers.duplicates (city_id, second_id);
select platform.declare_table('volunteers.duplicates', 'scoped', 'select, insert, update');

create table volunteers.merges (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  kept_id uuid not null,
  merged_id uuid not null,
  taken text[] not null,
  reason text not null,
  merged_at timestamptz not null default now(),
  merged_by uuid,
  constraint merges_pkey primary key (city_id, id),
  constraint merges_kept_fkey foreign key (city_id, kept_id) references volunteers.volunteers (city_id, id),
  constraint merges_merged_fkey foreign key (city_id, merged_id) references volunteers.volunteers (city_id, id)
);
comment on table volunteers.merges is 'Which record was merged into which, and what was taken over.';
comment on column volunteers.merges.city_id is 'City.';
comment on column volunteers.merges.id is 'Merge.';
comment on column volunteers.merges.scope_code is 'Scope code of the record that goes on.';
comment on column volunteers.merges.kept_id is 'Record that goes on.';
comment on column volunteers.merges.merged_id is 'Record that ends.';
comment on column volunteers.merges.taken is 'Names of the fields taken over from the record that ends.';
comment on column volunteers.merges.reason is 'How it was found that they are one person.';
comment on column volunteers.merges.merged_at is 'When.';
comment on column volunteers.merges.merged_by is 'Account that merged them; null for the system itself.';
create index merges_kept_idx on volunteers.merges (city_id, kept_id);
select platform.declare_table('volunteers.merges', 'scoped', 'select, insert');

create view volunteers.published_volunteers with (security_invoker = true) as
  select city_id, id, scope_code, unit_id, name, sex, birth_on, categories, skills, service_roles, health_limits, capacity, has_smartphone,
         joined_on, status, clearance_result, clearance_on, clearance_until, insured_until
    from volunteers.volunteers where status not in ('merged', 'withdrawn');
comment on view volunteers.published_volunteers is 'Volunteers for the other modules, those who left included: join on city_id and id. No telephone, no identity number.';
comment on column volunteers.published_volunteers.city_id is 'City.';
comment on column volunteers.published_volunteers.id is 'Volunteer.';
comment on column volunteers.published_volunteers.scope_code is 'Scope code of the unit.';
comment on column volunteers.published_volunteers.unit_id is 'Unit.';
comment on column volunteers.published_volunteers.name is 'Name, in clear.';
comment on column volunteers.published_volunteers.sex is 'male or female.';
comment on column volunteers.published_volunteers.birth_on is 'Birth date; null when not known.';
comment on column volunteers.published_volunteers.categories is 'Codes of categories, at least one.';
comment on column volunteers.published_volunteers.skills is 'What the volunteer can teach or do.';
comment on column volunteers.published_volunteers.service_roles is 'Codes of service roles.';
comment on column volunteers.published_volunteers.health_limits is 'What the volunteer should not be asked to do; advice only.';
comment on column volunteers.published_volunteers.capacity is 'How many children the volunteer looks after at most.';
comment on column volunteers.published_volunteers.has_smartphone is 'Whether visits can be recorded by the volunteer; null when not known.';
comment on column volunteers.published_volunteers.joined_on is 'Day of joining.';
comment on column volunteers.published_volunteers.status is 'active, resting or left.';
comment on column volunteers.published_volunteers.clearance_result is 'Result of the latest clearance; null when there was none.';
comment on column volunteers.published_volunteers.clearance_on is 'Day of the latest clearance; null when there was none.';
comment on column volunteers.published_volunteers.clearance_until is 'Last day on which it counts; null when there was none or it was not clear.';
comment on column volunteers.published_volunteers.insured_until is 'Last day of the latest accident insurance; null when there was none.';
grant select on volunteers.published_volunteers to xinhuo_app, xinhuo_worker;
