set local citus.multi_shard_modify_mode = 'sequential';

-- Two records of one child: one goes on, the other points to it and keeps what is its own, so that a merge can be undone.
alter table children.children add column merged_into_id uuid;
comment on column children.children.merged_into_id is 'Record that goes on for the same child; null unless merged.';
alter table children.children add constraint children_merged_fkey foreign key (city_id, merged_into_id) references children.children (city_id, id);
alter table children.children add constraint children_merged_check check ((status = 'merged') = (merged_into_id is not null));
create index children_merged_idx on children.children (city_id, merged_into_id) where merged_into_id is not null;

create table children.merges (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  kept_id uuid not null,
  merged_id uuid not null,
  former_status text not null,
  former_closed_on date,
  former_closing_reason text,
  reason text not null,
  merged_at timestamptz(3) not null,
  merged_by uuid not null,
  merged_name text not null,
  undone_at timestamptz(3),
  undone_by uuid,
  undone_name text,
  undo_reason text,
  counted_record_ids uuid[] not null default '{}',
  constraint merges_pkey primary key (city_id, id),
  constraint merges_kept_fkey foreign key (city_id, kept_id) references children.children (city_id, id),
  constraint merges_merged_fkey foreign key (city_id, merged_id) references children.children (city_id, id),
  constraint merges_undone_check check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_name is null))
);
comment on table children.merges is 'Log of merges: which record of a child goes on for which other, and whether that was undone.';
comment on column children.merges.city_id is 'City.';
comment on column children.merges.id is 'Merge.';
comment on column children.merges.scope_code is 'Scope code of the record that goes on.';
comment on column children.merges.kept_id is 'Record that goes on.';
comment on column children.merges.merged_id is 'Record that points to it.';
comment on column children.merges.former_status is 'Status of the other record before.';
comment on column children.merges.former_closed_on is 'Day on which it had been closed before; null when it was open.';
comment on column children.merges.former_closing_reason is 'Why it had been closed before; null when it was open.';
comment on column children.merges.reason is 'How it was found that they are one child.';
comment on column children.merges.merged_at is 'When.';
comment on column children.merges.merged_by is 'Account that merged them.';
comment on column children.merges.merged_name is 'Name of who merged them, as it was then.';
comment on column children.merges.undone_at is 'When it was undone; null while it stands.';
comment on column children.merges.undone_by is 'Account that undid it; null while it stands.';
comment on column children.merges.undone_name is 'Name of who undid it, as it was then; null while it stands.';
comment on column children.merges.undo_reason is 'Why it was undone; null while it stands.';
comment on column children.merges.counted_record_ids is 'Records of other modules whose figures count the kept record since, to be counted apart again by an undo.';
create unique index merges_standing_key on children.merges (city_id, merged_id) where undone_at is null;
create index merges_kept_idx on children.merges (city_id, kept_id);
select platform.declare_table('children.merges', 'scoped', 'select, insert, update');

create table children.duplicates (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  first_id uuid not null,
  second_id uuid not null,
  reasons text[] not null,
  status text not null default 'open' constraint duplicates_status_check check (status in ('open', 'distinct', 'merged')),
  note text,
  found_at timestamptz(3) not null,
  decided_at timestamptz(3),
  decided_by uuid,
  constraint duplicates_pkey primary key (city_id, id),
  constraint duplicates_pair_key unique (city_id, first_id, second_id),
  constraint duplicates_first_fkey foreign key (city_id, first_id) references children.children (city_id, id),
  constraint duplicates_second_fkey foreign key (city_id, second_id) references children.children (city_id, id),
  constraint duplicates_order_check check (first_id < second_id)
);
comment on table children.duplicates is 'Pairs of records that may be one child, in the queue of the unit above both.';
comment on column children.duplicates.city_id is 'City.';
comment on column children.duplicates.id is 'Pair.';
comment on column children.duplicates.scope_code is 'Scope code of the unit above both.';
comment on column children.duplicates.first_id is 'One record, that of the lower id.';
comment on column children.duplicates.second_id is 'The other record.';
comment on column children.duplicates.reasons is 'What they have in common: name-and-birth, pinyin-and-birth, guardian-phone.';
comment on column children.duplicates.status is 'open, distinct (two children) or merged.';
comment on column children.duplicates.note is 'What was said with the decision; null when nothing.';
comment on column children.duplicates.found_at is 'When the pair was found.';
comment on column children.duplicates.decided_at is 'When it was decided; null while open.';
comment on column children.duplicates.decided_by is 'Account that decided; null while open.';
create index duplicates_open_idx on children.duplicates (city_id, scope_code, found_at desc, id desc) where status = 'open';
create index duplicates_second_idx on children.duplicates (city_id, second_id);
select platform.declare_table('children.duplicates', 'scoped', 'select, insert, update');

-- Pinyin with the birth date, and the telephone of a guardian, are hints that hold for the whole city.
alter table children.person_index drop constraint person_index_kind_check;
alter table children.person_index add constraint person_index_kind_check check (kind in ('number', 'name-and-birth', 'pinyin-and-birth', 'guardian-phone'));
comment on column children.person_index.kind is 'number (one child at most), or a hint: name-and-birth, pinyin-and-birth, guardian-phone.';

insert into accounts.role_permissions (role_code, permission) values ('office', 'child.merge');
