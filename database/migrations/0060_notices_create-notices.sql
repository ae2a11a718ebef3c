set local citus.multi_shard_modify_mode = 'sequential';

create schema notices;
comment on schema notices is '消息、待办: what one person is told and what one person should do.';
select platform.declare_schema('notices');

create table notices.notices (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  recipient_account_id uuid not null,
  kind text not null constraint notices_kind_check check (kind in ('message', 'task')),
  title text not null,
  body text not null,
  link text not null,
  due_on date,
  source_verb text not null,
  source_key text not null,
  source_kind text,
  source_id uuid,
  created_at timestamptz not null,
  read_at timestamptz,
  done_at timestamptz,
  constraint notices_pkey primary key (city_id, id),
  constraint notices_source_key unique (city_id, recipient_account_id, source_verb, source_key),
  constraint notices_task_check check (kind = 'task' or (due_on is null and done_at is null))
);
comment on table notices.notices is 'Messages and to-dos, one row for each recipient. No identity of a child stands here.';
comment on column notices.notices.city_id is 'City.';
comment on column notices.notices.id is 'Notice.';
comment on column notices.notices.scope_code is 'Scope code of the unit for which the recipient gets it: shown while the recipient acts for this unit or one above.';
comment on column notices.notices.recipient_account_id is 'Account of the recipient, the only one who sees it.';
comment on column notices.notices.kind is 'message (to be read) or task (to be done).';
comment on column notices.notices.title is 'What it is about, one line.';
comment on column notices.notices.body is 'The rest in words; empty where the title says it all.';
comment on column notices.notices.link is 'Address of the page to open, from the root; empty where there is none.';
comment on column notices.notices.due_on is 'Day by which a task should be done; null for a message and for a task without a day.';
comment on column notices.notices.source_verb is 'Verb of the audit entry it comes from, or the name of the scheduled job.';
comment on column notices.notices.source_key is 'Audit entry it comes from, or the day of a scheduled one: with the verb it keeps a repeated job from sending twice.';
comment on column notices.notices.source_kind is 'Kind of the record it is about; null where it is about none.';
comment on column notices.notices.source_id is 'Record it is about; null where it is about none.';
comment on column notices.notices.created_at is 'When it was sent.';
comment on column notices.notices.read_at is 'When the recipient read it; null while unread.';
comment on column notices.notices.done_at is 'When the task was done; null for a message and while the task is open.';
create index notices_recipient_idx on notices.notices (city_id, recipient_account_id, id desc);
create index notices_unread_idx on notices.notices (city_id, recipient_account_id, id desc) where read_at is null;
create index notices_open_tasks_idx on notices.notices (city_id, recipient_account_id, due_on, id) where kind = 'task' and done_at is null;
create index notices_open_source_idx on notices.notices (city_id, source_kind, source_id) where kind = 'task' and done_at is null;
create index notices_due_idx on notices.notices (city_id, due_on) where kind = 'task' and done_at is null;
select platform.declare_table('notices.notices', 'two-party', 'select, insert');
-- What was sent stays as it was sent; only the marks change.
grant update (read_at, done_at) on notices.notices to xinhuo_app, xinhuo_worker;

-- Everybody has an inbox; what stands in it depends on what the person is sent.
insert into accounts.role_permissions (role_code, permission) select code, 'notice.read' from accounts.roles;
