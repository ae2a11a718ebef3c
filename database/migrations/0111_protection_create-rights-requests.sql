set local citus.multi_shard_modify_mode = 'sequential';

create schema protection;
comment on schema protection is '未成年人信息保护: rights of the child, review of access, incidents, retention, the yearly report.';
select platform.declare_schema('protection');

create table protection.rights_requests (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  child_id uuid not null,
  kind text not null constraint rights_requests_kind_check check (kind in ('see', 'copy', 'correct', 'delete')),
  asked_by text not null constraint rights_requests_asked_by_check check (asked_by in ('child', 'guardian', 'agent')),
  guardian_id uuid,
  proof text not null constraint rights_requests_proof_check check (proof in ('household-register', 'identity-card', 'court', 'entrustment', 'known')),
  sealed bytea,
  received_on date not null,
  due_on date not null,
  status text not null default 'open' constraint rights_requests_status_check check (status in ('open', 'decided', 'sent')),
  result text constraint rights_requests_result_check check (result in ('granted', 'refused')),
  refusal_reason text,
  sealed_reply bytea,
  decided_by uuid,
  decided_name text,
  decided_on date,
  sent_on date,
  sent_how text constraint rights_requests_sent_how_check check (sent_how in ('in-person', 'post', 'school')),
  sent_name text,
  recorded_by uuid,
  recorded_name text not null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version int not null default 1,
  constraint rights_requests_pkey primary key (city_id, id),
  constraint rights_requests_decided_check check ((status = 'open') = (result is null) and (result is null) = (decided_on is null)),
  constraint rights_requests_sent_check check ((status = 'sent') = (sent_on is not null) and (sent_on is null) = (sent_how is null)),
  constraint rights_requests_refusal_check check ((result = 'refused') = (refusal_reason is not null) or result is null)
);
comment on table protection.rights_requests is 'A child, a guardian or whoever acts for them asks to see, copy, correct or delete what is kept about the child (权利请求).';
comment on column protection.rights_requests.city_id is 'City.';
comment on column protection.rights_requests.id is 'Request.';
comment on column protection.rights_requests.scope_code is 'Scope code of the child''s unit.';
comment on column protection.rights_requests.unit_id is 'Unit that looks after the child and answers.';
comment on column protection.rights_requests.child_id is 'Child.';
comment on column protection.rights_requests.kind is 'What is asked: see, copy, correct or delete.';
comment on column protection.rights_requests.asked_by is 'Who asks: the child, a guardian, or an agent of theirs.';
comment on column protection.rights_requests.guardian_id is 'Which guardian asks; null when the child or an agent does.';
comment on column protection.rights_requests.proof is 'How identity and relation were proved, a code.';
comment on column protection.rights_requests.sealed is 'Name and telephone of who asks and what is asked, sealed under the child''s key; lost with it.';
comment on column protection.rights_requests.received_on is 'Day it was received; the deadline runs from here.';
comment on column protection.rights_requests.due_on is 'Last day for the written answer, by the limit that held on the day of receipt.';
comment on column protection.rights_requests.status is 'open, decided or sent.';
comment on column protection.rights_requests.result is 'granted or refused; null while open.';
comment on column protection.rights_requests.refusal_reason is 'Why it was refused, a code; null unless refused.';
comment on column protection.rights_requests.sealed_reply is 'Text of the answer, sealed under the child''s key; null while open.';
comment on column protection.rights_requests.decided_by is 'Account that decided; null while open.';
comment on column protection.rights_requests.decided_name is 'Name of who decided; null while open.';
comment on column protection.rights_requests.decided_on is 'Day of the decision; null while open.';
comment on column protection.rights_requests.sent_on is 'Day the written answer was handed over; null until then.';
comment on column protection.rights_requests.sent_how is 'in-person, post or school; null until it was handed over.';
comment on column protection.rights_requests.sent_name is 'Name of who handed it over; null until then.';
comment on column protection.rights_requests.recorded_by is 'Account that recorded it; null for the system itself.';
comment on column protection.rights_requests.recorded_name is 'Name of who recorded it.';
comment on column protection.rights_requests.created_at is 'When it was recorded.';
comment on column protection.rights_requests.updated_at is 'When it last changed.';
comment on column protection.rights_requests.version is 'Counts changes; a stale save is refused.';
create index rights_requests_scope_idx on protection.rights_requests (city_id, scope_code, created_at desc, id desc) include (status);
create index rights_requests_child_idx on protection.rights_requests (city_id, child_id);
create index rights_requests_due_idx on protection.rights_requests (city_id, due_on) where status <> 'sent';
select platform.declare_table('protection.rights_requests', 'scoped', 'select, insert, update');

-- Whoever meets families takes a request in; the responsible person decides and answers. Leaders and administrators hold neither.
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'rights.record'), ('care-worker', 'rights.record'), ('guardian-officer', 'rights.record'), ('guardian-officer', 'rights.decide')
) as given (role_code, permission);
