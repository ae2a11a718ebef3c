set local citus.multi_shard_modify_mode = 'sequential';

create schema phone;
comment on schema phone is '手机页: enrolled phones, the keys their letters are sealed to, and the letters.';
select platform.declare_schema('phone');

create table phone.sealing_keys (
  city_id int not null,
  id uuid not null,
  public_key text not null,
  wrapped_key bytea not null,
  sealed_private bytea not null,
  made_at timestamptz(3) not null default now(),
  retired_at timestamptz(3),
  constraint sealing_keys_pkey primary key (city_id, id)
);
comment on table phone.sealing_keys is 'Pairs of keys to which phones seal what they write; a retired one still opens what was sealed to it.';
comment on column phone.sealing_keys.city_id is 'City.';
comment on column phone.sealing_keys.id is 'Key.';
comment on column phone.sealing_keys.public_key is 'Public key: P-256, uncompressed, base64.';
comment on column phone.sealing_keys.wrapped_key is 'Data key of this row, wrapped by a master key outside the database.';
comment on column phone.sealing_keys.sealed_private is 'Private key (PKCS #8), sealed under the data key.';
comment on column phone.sealing_keys.made_at is 'When it was made.';
comment on column phone.sealing_keys.retired_at is 'When a newer one took its place; null for the one in use.';
create unique index sealing_keys_current_key on phone.sealing_keys (city_id) where retired_at is null;
select platform.declare_table('phone.sealing_keys', 'entry');

create table phone.devices (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  account_id uuid not null,
  person_name text not null,
  grant_id uuid not null,
  name text not null,
  platform text not null,
  secret_hash bytea not null,
  session_id uuid not null,
  enrolled_at timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  cut_off_at timestamptz(3),
  cut_off_reason text,
  cut_off_name text,
  version int not null default 1,
  constraint devices_pkey primary key (city_id, id),
  constraint devices_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id),
  constraint devices_cut_off_check check ((cut_off_at is null) = (cut_off_reason is null) and (cut_off_at is null) = (cut_off_name is null))
);
comment on table phone.devices is 'A phone somebody enrolled to keep a day''s visits and to write without signal.';
comment on column phone.devices.city_id is 'City.';
comment on column phone.devices.id is 'Device.';
comment on column phone.devices.scope_code is 'Scope code of the unit for which the person worked when it was enrolled.';
comment on column phone.devices.unit_id is 'That unit.';
comment on column phone.devices.account_id is 'Account that enrolled it; its letters are taken as written by this account.';
comment on column phone.devices.person_name is 'Name of that person, as it was then.';
comment on column phone.devices.grant_id is 'Grant under which its letters are taken, while that grant holds.';
comment on column phone.devices.name is 'What the person calls it.';
comment on column phone.devices.platform is 'What the phone says it is, in words.';
comment on column phone.devices.secret_hash is 'SHA-256 of the secret that only the phone holds.';
comment on column phone.devices.session_id is 'Session in which it last fetched a day; it ends when the phone is cut off.';
comment on column phone.devices.enrolled_at is 'When it was enrolled.';
comment on column phone.devices.last_seen_at is 'When it last fetched a day or sent a letter.';
comment on column phone.devices.cut_off_at is 'When it was cut off; null while it may be used.';
comment on column phone.devices.cut_off_reason is 'Why it was cut off; null while it may be used.';
comment on column phone.devices.cut_off_name is 'Who cut it off; null while it may be used.';
comment on column phone.devices.version is 'Counts changes; a stale save is refused.';
create index devices_account_idx on phone.devices (city_id, account_id);
create index devices_scope_idx on phone.devices (city_id, scope_code, enrolled_at desc, id desc);
select platform.declare_table('phone.devices', 'scoped', 'select, insert, update');

create table phone.letters (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  device_id uuid not null,
  device_name text not null,
  item_id uuid not null,
  account_id uuid not null,
  person_name text not null,
  volunteer_id uuid,
  kind text not null constraint letters_kind_check check (kind in ('visit', 'reads')),
  digest bytea not null,
  case_id uuid,
  child_id uuid,
  status text not null constraint letters_status_check check (status in ('recorded', 'waiting', 'accepted', 'set-aside', 'refused')),
  code text not null,
  wrapped_key bytea,
  sealed bytea,
  visit_id uuid,
  written_at timestamptz(3) not null,
  received_at timestamptz(3) not null,
  decided_at timestamptz(3),
  decided_by uuid,
  decided_name text,
  reason text,
  version int not null default 1,
  constraint letters_pkey primary key (city_id, id),
  constraint letters_item_key unique (city_id, device_id, item_id),
  constraint letters_device_fkey foreign key (city_id, device_id) references phone.devices (city_id, id),
  constraint letters_content_check check ((sealed is null) = (wrapped_key is null) and (sealed is null or status in ('waiting', 'set-aside', 'refused'))),
  constraint letters_decided_check check ((decided_at is null) = (status not in ('accepted', 'set-aside')) and (status = 'set-aside') = (reason is not null))
);
comment on table phone.letters is 'What came from a phone, once for each of its items: recorded by itself, or waiting for the office with its content under a key of its own.';
comment on column phone.letters.city_id is 'City.';
comment on column phone.letters.id is 'Letter.';
comment on column phone.letters.scope_code is 'Scope code of the unit that leads the case; where the case is not the person''s, of the unit of the phone.';
comment on column phone.letters.device_id is 'Phone it came from.';
comment on column phone.letters.device_name is 'What the person called that phone.';
comment on column phone.letters.item_id is 'Id made on the phone: the same item comes in once, however often it is sent.';
comment on column phone.letters.account_id is 'Account of the phone.';
comment on column phone.letters.person_name is 'Name of that person.';
comment on column phone.letters.volunteer_id is 'Volunteer of that account; null for workers.';
comment on column phone.letters.kind is 'visit, or reads: which cases were opened on the phone.';
comment on column phone.letters.digest is 'Hash of content and secret together: tells whether the same item brings the same words.';
comment on column phone.letters.case_id is 'Case of the visit, if it is one of the person; null otherwise.';
comment on column phone.letters.child_id is 'Child of that case; null where there is none.';
comment on column phone.letters.status is 'recorded (by itself), waiting, accepted (by the office), set-aside or refused (kept for the office, not to be recorded).';
comment on column phone.letters.code is 'Why it waits or was refused, or recorded: a code of contract.ts.';
comment on column phone.letters.wrapped_key is 'Data key of the content, wrapped by a master key outside the database; null where no content is kept.';
comment on column phone.letters.sealed is 'Content, sealed under that key; null once it was recorded, after the days it is kept, and after erasure of the child.';
comment on column phone.letters.visit_id is 'Visit it became; null while it is none.';
comment on column phone.letters.written_at is 'When it was written, by the phone''s clock.';
comment on column phone.letters.received_at is 'When it came in.';
comment on column phone.letters.decided_at is 'When the office decided; null before, and where it recorded itself.';
comment on column phone.letters.decided_by is 'Account that decided; null before.';
comment on column phone.letters.decided_name is 'Name of who decided; null before.';
comment on column phone.letters.reason is 'Why it was set aside; null otherwise.';
comment on column phone.letters.version is 'Counts changes; a stale decision is refused.';
create index letters_arrivals_idx on phone.letters (city_id, received_at desc, id desc) include (scope_code, status) where code <> 'recorded';
create index letters_case_idx on phone.letters (city_id, case_id) where case_id is not null;
create index letters_child_idx on phone.letters (city_id, child_id) where sealed is not null;
select platform.declare_table('phone.letters', 'scoped', 'select, insert, update');
