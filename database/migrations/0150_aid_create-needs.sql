set local citus.multi_shard_modify_mode = 'sequential';

create schema aid;
comment on schema aid is '帮扶物资、微心愿: what a child needs, what was given by whom, and small wishes.';
select platform.declare_schema('aid');

create table aid.kinds (
  code text not null,
  valid_from date not null,
  valid_until date,
  name text not null,
  sort_order int not null,
  source text not null,
  constraint kinds_pkey primary key (code, valid_from),
  constraint kinds_days_check check (valid_until is null or valid_until >= valid_from)
);
comment on table aid.kinds is 'Kinds of need and of aid, dated: the one that held on a day names what was asked or given then.';
comment on column aid.kinds.code is 'Kind, e.g. study or counselling.';
comment on column aid.kinds.valid_from is 'First day on which it may be chosen under this name.';
comment on column aid.kinds.valid_until is 'Last such day; null for one that holds now.';
comment on column aid.kinds.name is 'Chinese name.';
comment on column aid.kinds.sort_order is 'Order in lists.';
comment on column aid.kinds.source is 'Where the name is used in practice.';
select platform.declare_table('aid.kinds', 'city-wide', 'select');
insert into aid.kinds (code, valid_from, name, sort_order, source) values
  ('study', '2000-01-01', '学习用品', 10, '各地关工委工作报告：助学'),
  ('tuition', '2000-01-01', '助学金', 20, '各地关工委工作报告：助学'),
  ('living', '2000-01-01', '生活费', 30, '各地关工委工作报告：救助'),
  ('daily', '2000-01-01', '生活用品', 40, '各地关工委工作报告：救助'),
  ('medical', '2000-01-01', '医疗', 50, '各地关工委工作报告：大病救助'),
  ('heating', '2000-01-01', '取暖', 60, '各地关工委工作报告：暖冬行动'),
  ('clothing', '2000-01-01', '衣物', 70, '各地关工委工作报告：暖冬行动'),
  ('food', '2000-01-01', '食品', 80, '各地关工委工作报告：节日慰问'),
  ('counselling', '2000-01-01', '心理咨询', 90, '各地关工委工作报告：心理咨询'),
  ('tutoring', '2000-01-01', '家教服务', 100, '各地关工委工作报告：课业辅导'),
  ('legal', '2000-01-01', '法律帮助', 110, '各地关工委工作报告：维权'),
  ('other', '2000-01-01', '其他', 900, '平台');

create table aid.needs (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  case_id uuid not null,
  child_id uuid not null,
  household_id uuid not null,
  label text not null,
  kind text not null,
  reach text not null constraint needs_reach_check check (reach in ('child', 'household')),
  wrapped_key bytea,
  sealed_words bytea,
  sealed_answer bytea,
  amount_fen bigint constraint needs_amount_check check (amount_fen > 0 and amount_fen < 100000000000),
  wanted_by date,
  status text not null constraint needs_status_check
    check (status in ('raised', 'approved', 'declined', 'offered', 'given', 'received', 'closed', 'withdrawn')),
  raised_by uuid,
  raised_name text not null,
  raised_on date not null,
  decided_by uuid,
  decided_name text,
  decided_on date,
  ended_on date,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint needs_pkey primary key (city_id, id),
  constraint needs_decided_check check ((decided_on is null) = (decided_name is null) and (status in ('raised', 'withdrawn') or decided_on is not null)),
  constraint needs_ended_check check ((status in ('declined', 'closed', 'withdrawn')) = (ended_on is not null))
);
comment on table aid.needs is 'What a child of an open case needs, or its household: asked for, decided on by another person, and followed until it was received.';
comment on column aid.needs.city_id is 'City.';
comment on column aid.needs.id is 'Need.';
comment on column aid.needs.scope_code is 'Scope code of the unit that leads the case.';
comment on column aid.needs.unit_id is 'Unit that leads the case.';
comment on column aid.needs.case_id is 'Case.';
comment on column aid.needs.child_id is 'Child.';
comment on column aid.needs.household_id is 'Household of the child when the need was raised.';
comment on column aid.needs.label is 'Surname and 某, age band; 已删除 after erasure.';
comment on column aid.needs.kind is 'Kind, a code of the dated list.';
comment on column aid.needs.reach is 'child, or household where all who live together are meant.';
comment on column aid.needs.wrapped_key is 'Data key of this row, wrapped; null after the child was erased.';
comment on column aid.needs.sealed_words is 'What is needed and why, sealed; null after erasure.';
comment on column aid.needs.sealed_answer is 'Why it was declined or withdrawn, or what came of it, sealed; null when nothing was said.';
comment on column aid.needs.amount_fen is 'Estimated amount in fen; null when nobody estimated.';
comment on column aid.needs.wanted_by is 'Day by which it is needed; null when there is no such day.';
comment on column aid.needs.status is 'raised, approved, declined, offered, given, received, closed or withdrawn.';
comment on column aid.needs.raised_by is 'Account that raised it; null where the owner loaded it.';
comment on column aid.needs.raised_name is 'Name of who raised it, as it was then.';
comment on column aid.needs.raised_on is 'Day it was raised.';
comment on column aid.needs.decided_by is 'Account that decided; null until then.';
comment on column aid.needs.decided_name is 'Name of who decided; null until then.';
comment on column aid.needs.decided_on is 'Day of the decision; null until then.';
comment on column aid.needs.ended_on is 'Day it was declined, closed or withdrawn; null while it goes on.';
comment on column aid.needs.version is 'Counts changes; a stale save is refused.';
comment on column aid.needs.created_at is 'When it was raised.';
comment on column aid.needs.updated_at is 'When it last changed.';
create index needs_scope_idx on aid.needs (city_id, scope_code, updated_at desc, id desc);
create index needs_recent_idx on aid.needs (city_id, updated_at desc, id desc) include (scope_code, status, kind);
create index needs_child_idx on aid.needs (city_id, child_id);
create index needs_case_idx on aid.needs (city_id, case_id);
create index needs_due_idx on aid.needs (city_id, wanted_by) where status in ('raised', 'approved', 'offered');
select platform.declare_table('aid.needs', 'scoped', 'select, insert, update');
