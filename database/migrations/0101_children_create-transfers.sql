set local citus.multi_shard_modify_mode = 'sequential';

-- A child registered by one unit goes over to another: asked for, answered, carried out by a job, since neither side sees the other's rows.
alter table children.children add column unit_since date;
comment on column children.children.unit_since is 'Day since which this unit looks after the child, after a transfer; null when it has since the registration.';

create table children.transfers (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  transfer_id uuid not null,
  party text not null constraint transfers_party_check check (party in ('asker', 'holder')),
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  child_id uuid not null,
  child_label text not null,
  status text not null default 'pending' constraint transfers_status_check check (status in ('pending', 'accepted', 'rejected', 'done')),
  explanation text not null,
  asked_by uuid not null,
  asked_name text not null,
  asked_on date not null,
  answer text,
  answered_name text,
  answered_on date,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint transfers_pkey primary key (city_id, id),
  constraint transfers_party_key unique (city_id, transfer_id, party),
  constraint transfers_answered_check check ((status = 'pending') = (answered_on is null))
);
comment on table children.transfers is 'Asking for the transfer of a registered child, one row for each party: the asker''s is written by the command, the holder''s by the job.';
comment on column children.transfers.city_id is 'City.';
comment on column children.transfers.id is 'Row of this party; what it is known by to this party.';
comment on column children.transfers.scope_code is 'Scope code of this party''s unit.';
comment on column children.transfers.transfer_id is 'The transfer itself: the same in both rows.';
comment on column children.transfers.party is 'asker or holder.';
comment on column children.transfers.from_unit_id is 'Unit where the child is registered.';
comment on column children.transfers.to_unit_id is 'Unit that asks for the child.';
comment on column children.transfers.child_id is 'Child, for the job; the asker sees it only when the transfer is done.';
comment on column children.transfers.child_label is 'What this party knows of the child: surname and 某, for the holder with the age band.';
comment on column children.transfers.status is 'pending, accepted (being carried out), rejected or done.';
comment on column children.transfers.explanation is 'Why the child should come, in the asker''s words.';
comment on column children.transfers.asked_by is 'Account that asked.';
comment on column children.transfers.asked_name is 'Name of who asked, as it was then.';
comment on column children.transfers.asked_on is 'Day it was asked.';
comment on column children.transfers.answer is 'What was said with the answer; null when nothing or while pending.';
comment on column children.transfers.answered_name is 'Name of who answered; null while pending.';
comment on column children.transfers.answered_on is 'Day of the answer; null while pending.';
comment on column children.transfers.version is 'Counts changes; a stale answer is refused.';
comment on column children.transfers.created_at is 'When the row was made.';
comment on column children.transfers.updated_at is 'When the row last changed.';
create index transfers_scope_idx on children.transfers (city_id, scope_code, created_at desc, id desc);
create index transfers_child_idx on children.transfers (city_id, child_id);
select platform.declare_table('children.transfers', 'two-party', 'select, insert, update');

insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values ('office', 'child.transfer'), ('care-worker', 'child.transfer')) as given (role_code, permission);

-- Keys are never updated by rows of the application; their place follows the card and nothing else of them can be changed here.
create function access.place_child_key(p_child uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update children.person_keys k set scope_code = c.scope_code
    from children.children c
   where k.city_id = current_setting('app.city_id')::int and k.id = p_child and c.city_id = k.city_id and c.id = k.id
$$;
comment on function access.place_child_key is 'Lets the key of a child stand where its card stands after a transfer. For the worker role only.';
revoke execute on function access.place_child_key(uuid) from public;
grant execute on function access.place_child_key(uuid) to xinhuo_worker;
