set local citus.multi_shard_modify_mode = 'sequential';

create table phone.file_parts (
  city_id int not null,
  id uuid not null,
  device_id uuid not null,
  file_id uuid not null,
  item_id uuid not null,
  part int not null,
  parts int not null,
  sha256 text not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  received_at timestamptz(3) not null,
  constraint file_parts_pkey primary key (city_id, id),
  constraint file_parts_part_key unique (city_id, device_id, file_id, part),
  constraint file_parts_device_fkey foreign key (city_id, device_id) references phone.devices (city_id, id)
);
comment on table phone.file_parts is 'Parts of photographs and papers on their way from a phone; gone when the whole file lies with its visit.';
comment on column phone.file_parts.city_id is 'City.';
comment on column phone.file_parts.id is 'Row.';
comment on column phone.file_parts.device_id is 'Phone it came from.';
comment on column phone.file_parts.file_id is 'Id of the file, made on the phone.';
comment on column phone.file_parts.item_id is 'Item of the visit''s letter.';
comment on column phone.file_parts.part is 'Which part, from 0.';
comment on column phone.file_parts.parts is 'How many there are.';
comment on column phone.file_parts.sha256 is 'Hash of the whole file, as the phone reckoned it.';
comment on column phone.file_parts.wrapped_key is 'Data key of this part, wrapped by a master key outside the database.';
comment on column phone.file_parts.sealed is 'Bytes, sealed under that key.';
comment on column phone.file_parts.received_at is 'When it came in.';
create index file_parts_item_idx on phone.file_parts (city_id, device_id, item_id);
select platform.declare_table('phone.file_parts', 'entry');

create table phone.visit_files (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  visit_id uuid not null,
  child_id uuid not null,
  account_id uuid not null,
  person_name text not null,
  device_id uuid not null,
  file_id uuid not null,
  media_type text not null,
  extension text not null,
  size_bytes int not null,
  store_key text not null,
  wrapped_key bytea,
  added_at timestamptz(3) not null,
  constraint visit_files_pkey primary key (city_id, id),
  constraint visit_files_file_key unique (city_id, device_id, file_id)
);
comment on table phone.visit_files is 'A photograph or paper of a visit that came from a phone; the bytes lie sealed in the store of files.';
comment on column phone.visit_files.city_id is 'City.';
comment on column phone.visit_files.id is 'File.';
comment on column phone.visit_files.scope_code is 'Scope code of the visit.';
comment on column phone.visit_files.visit_id is 'Visit.';
comment on column phone.visit_files.child_id is 'Child of the visit.';
comment on column phone.visit_files.account_id is 'Account whose phone sent it.';
comment on column phone.visit_files.person_name is 'Name of that person.';
comment on column phone.visit_files.device_id is 'Phone it came from.';
comment on column phone.visit_files.file_id is 'Id made on the phone: the same file is taken once.';
comment on column phone.visit_files.media_type is 'What it is by its own bytes.';
comment on column phone.visit_files.extension is 'Ending of its name.';
comment on column phone.visit_files.size_bytes is 'Length.';
comment on column phone.visit_files.store_key is 'Key in the store of files.';
comment on column phone.visit_files.wrapped_key is 'Data key of the bytes, wrapped by a master key outside the database; null after erasure of the child.';
comment on column phone.visit_files.added_at is 'When it was whole.';
create index visit_files_visit_idx on phone.visit_files (city_id, visit_id, added_at, id);
create index visit_files_child_idx on phone.visit_files (city_id, child_id);
select platform.declare_table('phone.visit_files', 'scoped', 'select, insert, update');

alter table phone.letters drop constraint letters_kind_check,
  add constraint letters_kind_check check (kind in ('visit', 'reads', 'file-part'));
comment on column phone.letters.kind is 'visit, reads (which cases were opened on the phone), or file-part.';

create function access.keep_file_part(p_id uuid, p_device uuid, p_file uuid, p_item uuid, p_part int, p_parts int, p_sha256 text,
  p_wrapped_key bytea, p_sealed bytea, p_received_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into phone.file_parts (city_id, id, device_id, file_id, item_id, part, parts, sha256, wrapped_key, sealed, received_at)
  select d.city_id, p_id, d.id, p_file, p_item, p_part, p_parts, p_sha256, p_wrapped_key, p_sealed, p_received_at from phone.devices d
   where d.city_id = current_setting('app.city_id')::int and d.id = p_device and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid
  on conflict (city_id, device_id, file_id, part) do nothing
$$;
comment on function access.keep_file_part is 'Keeps a part of a file of a phone of the acting account, once.';

create function access.take_file_parts(p_device uuid, p_item uuid)
returns table (id uuid, account_id uuid, person_name text, file_id uuid, part int, parts int, sha256 text, wrapped_key bytea, sealed bytea)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select f.id, l.account_id, l.person_name, f.file_id, f.part, f.parts, f.sha256, f.wrapped_key, f.sealed
    from phone.letters l
    join phone.file_parts f on f.city_id = current_setting('app.city_id')::int and f.device_id = l.device_id and f.item_id = l.item_id
   where l.city_id = current_setting('app.city_id')::int and l.device_id = p_device and l.item_id = p_item and l.kind = 'visit'
     and (l.account_id = nullif(current_setting('app.account_id', true), '')::uuid
       or l.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint)
   order by f.file_id, f.part for update of f
$$;
comment on function access.take_file_parts is 'Parts of the files of a visit''s letter, for the account that wrote it and for the office that decides about it; locked, so that a file is put together once.';

create function access.drop_file_parts(p_device uuid, p_file uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from phone.file_parts f where f.city_id = current_setting('app.city_id')::int and f.device_id = p_device and f.file_id = p_file
$$;
comment on function access.drop_file_parts is 'Removes the parts of a file that was put together or refused.';

create function access.clear_file_parts(p_before timestamptz) returns int
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from phone.file_parts f where f.city_id = current_setting('app.city_id')::int and f.received_at < p_before returning 1)
  select count(*)::int from gone
$$;
comment on function access.clear_file_parts is 'Removes parts that nobody asked for any more. For the worker role only.';

revoke execute on function access.keep_file_part(uuid, uuid, uuid, uuid, int, int, text, bytea, bytea, timestamptz) from public;
revoke execute on function access.take_file_parts(uuid, uuid) from public;
revoke execute on function access.drop_file_parts(uuid, uuid) from public;
revoke execute on function access.clear_file_parts(timestamptz) from public;
grant execute on function access.keep_file_part(uuid, uuid, uuid, uuid, int, int, text, bytea, bytea, timestamptz) to xinhuo_app;
grant execute on function access.take_file_parts(uuid, uuid) to xinhuo_app;
grant execute on function access.drop_file_parts(uuid, uuid) to xinhuo_app;
grant execute on function access.clear_file_parts(timestamptz) to xinhuo_worker;
