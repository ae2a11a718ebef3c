-- A letter comes without a session: the secret of its phone says whose it is. These functions are the only doors for it.
create function access.begin_phone(p_city int, p_device uuid, p_secret_hash bytea)
returns table (
  account_id uuid, person_name text, volunteer_id uuid, session_id uuid, grant_id uuid, role_code text,
  unit_id uuid, unit_code text, unit_name text, unit_level text, unit_kind text, scope_lo text, scope_hi text,
  permissions text[], must_change boolean, device_name text, stands boolean, cut_off_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare d record; g record; u record;
begin
  select v.*, a.status as account_status, a.volunteer_id, a.person_name as account_name into d
    from phone.devices v join accounts.accounts a on a.city_id = p_city and a.id = v.account_id
   where v.city_id = p_city and v.id = p_device and v.secret_hash = p_secret_hash;
  if not found then return; end if;
  select o.id, o.role_code, o.unit_id into g from accounts.grants o join accounts.roles r on r.code = o.role_code
   where o.city_id = p_city and o.account_id = d.account_id and d.account_status = 'active' and o.revoked_at is null
     and o.from_on <= current_date and (o.until_on is null or o.until_on >= current_date)
   order by (o.id = d.grant_id) desc, (o.delegated_by is not null), o.scope_code, r.sort_order, o.id limit 1;
  select x.id, x.code, x.name, x.level, x.kind, x.scope_lo, x.scope_hi into u
    from organization.units x where x.city_id = p_city and x.id = coalesce(g.unit_id, d.unit_id);
  perform access.set_scope(p_city, u.scope_lo, u.scope_hi, d.account_id);
  update phone.devices v set last_seen_at = now() where v.city_id = p_city and v.id = p_device and v.last_seen_at < now() - interval '1 minute';
  return query select d.account_id, d.account_name, d.volunteer_id, d.session_id, coalesce(g.id, d.grant_id), coalesce(g.role_code, 'none'),
    u.id, u.code, u.name, u.level, u.kind, u.scope_lo::text, u.scope_hi::text,
    coalesce((select array_agg(distinct rp.permission) from accounts.grants o
       join accounts.role_permissions rp on rp.role_code = o.role_code
      where o.city_id = p_city and o.account_id = d.account_id and o.unit_id = g.unit_id and o.revoked_at is null
        and o.from_on <= current_date and (o.until_on is null or o.until_on >= current_date)), '{}'::text[]),
    false, d.name, g.id is not null, d.cut_off_at;
end $$;
comment on function access.begin_phone is 'First statement for a letter: resolves phone and secret to the account that enrolled it, with the rights it holds today; without any that holds it stands in the phone''s unit and may do nothing. No row when the secret is not the phone''s.';

create function access.find_sealing_key(p_city int, p_key uuid) returns table (public_key text, wrapped_key bytea, sealed_private bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.public_key, k.wrapped_key, k.sealed_private from phone.sealing_keys k where k.city_id = p_city and k.id = p_key
$$;
comment on function access.find_sealing_key is 'What opens a letter sealed to this key, also a retired one. Of no use without the master key.';

create function access.get_current_sealing_key() returns table (id uuid, public_key text, made_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.id, k.public_key, k.made_at from phone.sealing_keys k where k.city_id = current_setting('app.city_id')::int and k.retired_at is null
$$;
comment on function access.get_current_sealing_key is 'The public key in use; no row before the first phone.';

create function access.add_sealing_key(p_former uuid, p_id uuid, p_public_key text, p_wrapped_key bytea, p_sealed_private bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_city constant int := current_setting('app.city_id')::int;
begin
  if p_former is not null then
    update phone.sealing_keys k set retired_at = now() where k.city_id = v_city and k.id = p_former and k.retired_at is null;
    if not found then return false; end if;
  end if;
  insert into phone.sealing_keys (city_id, id, public_key, wrapped_key, sealed_private) values (v_city, p_id, p_public_key, p_wrapped_key, p_sealed_private)
  on conflict (city_id) where retired_at is null do nothing;
  return found;
end $$;
comment on function access.add_sealing_key is 'Puts a new pair of keys in place of the former one, or first; false when somebody else was quicker.';

create function access.find_letter_case(p_case uuid, p_made_on date)
returns table (child_id uuid, scope_code text, unit_code text, in_range boolean, status text, is_withdrawn boolean, pairings json, visits json)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_city constant int := current_setting('app.city_id')::int;
  v_account constant uuid := nullif(current_setting('app.account_id', true), '')::uuid;
  v_volunteer uuid;
begin
  select a.volunteer_id into v_volunteer from accounts.accounts a where a.city_id = v_city and a.id = v_account;
  -- What is judged is what will be written: nobody enters a visit of this case in between.
  if p_made_on is not null then
    perform 1 from care.cases c where c.city_id = v_city and c.id = p_case for update;
  end if;
  return query
    select c.child_id, lpad(c.scope_code::text, 18, '0'), u.code,
      c.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint, c.status,
      exists (select 1 from children.consents t where t.city_id = v_city and t.child_id = c.child_id and t.kind = 'service' and t.withdrawn_on is not null)
        and exists (select 1 from children.children h where h.city_id = v_city and h.id = c.child_id and not h.has_service_consent),
      (select coalesce(json_agg(json_build_object('fromOn', p.from_on, 'untilOn', p.until_on)), '[]') from care.pairings p
        where p.city_id = v_city and p.case_id = c.id and p.volunteer_id = v_volunteer),
      (select coalesce(json_agg(json_build_object('id', v.id, 'madeOn', v.made_on, 'isVoided', v.voided_at is not null, 'version', v.version,
           'recordedName', v.recorded_name) order by v.made_on, v.id), '[]')
         from care.visits v
        where v.city_id = v_city and v.case_id = c.id
          and (v.made_on = p_made_on or exists (
            select 1 from care.visit_versions b where b.city_id = v_city and b.visit_id = v.id and b.made_on = p_made_on))
          and case when v_volunteer is null then v.recorded_by = v_account
            else exists (select 1 from care.visit_volunteers w where w.city_id = v_city and w.visit_id = v.id and w.volunteer_id = v_volunteer) end)
      from care.cases c join organization.units u on u.city_id = v_city and u.id = c.unit_id
     where c.city_id = v_city and c.id = p_case
       and case when v_volunteer is null then c.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint
         else exists (select 1 from care.pairings p where p.city_id = v_city and p.case_id = c.id and p.volunteer_id = v_volunteer) end;
end $$;
comment on function access.find_letter_case is 'Where a case stands for the account that wrote about it: only one with which its volunteer was ever paired, wherever the case is led now, or one in the range of a worker. Own visits of that day come along, and with a day the case is locked.';

create function access.keep_letter(p_id uuid, p_device uuid, p_item uuid, p_kind text, p_digest bytea, p_case uuid, p_status text, p_code text,
  p_wrapped_key bytea, p_sealed bytea, p_written_at timestamptz, p_received_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_city constant int := current_setting('app.city_id')::int;
begin
  insert into phone.letters (city_id, id, scope_code, device_id, device_name, item_id, account_id, person_name, volunteer_id, kind, digest, case_id, child_id,
    status, code, wrapped_key, sealed, written_at, received_at)
  select v_city, p_id, coalesce(c.scope_code::bigint, d.scope_code), d.id, d.name, p_item, d.account_id, a.person_name, a.volunteer_id, p_kind, p_digest,
    case when c.child_id is null then null else p_case end, c.child_id, p_status, p_code, p_wrapped_key, p_sealed, p_written_at, p_received_at
    from phone.devices d
    join accounts.accounts a on a.city_id = v_city and a.id = d.account_id
    left join access.find_letter_case(p_case, null) c on true
   where d.city_id = v_city and d.id = p_device and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid
  on conflict (city_id, device_id, item_id) do nothing;
  return found;
end $$;
comment on function access.keep_letter is 'Keeps a letter of a phone of the acting account, with the unit that leads its case now; false when this item came in before, also while another request brings it.';

create function access.list_own_letters(p_device uuid, p_items uuid[])
returns table (item_id uuid, status text, code text, digest bytea, visit_id uuid, reason text, received_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.item_id, l.status, l.code, l.digest, l.visit_id, l.reason, l.received_at from phone.letters l
   where l.city_id = current_setting('app.city_id')::int and l.device_id = p_device
     and l.account_id = nullif(current_setting('app.account_id', true), '')::uuid and (p_items is null or l.item_id = any (p_items))
   order by l.received_at desc, l.id desc limit 200
$$;
comment on function access.list_own_letters is 'What became of letters of a phone of the acting account, also where the case went to another unit.';

create function access.find_help_phone(p_unit uuid) returns table (unit_name text, phone text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(b.short_name, b.name), b.phone
    from organization.units a
    join organization.units b on b.city_id = current_setting('app.city_id')::int and b.scope_lo <= a.scope_lo and b.scope_hi >= a.scope_hi
   where a.city_id = current_setting('app.city_id')::int and a.id = p_unit and (b.phone is not null or b.id = a.id)
   order by (b.phone is null), length(b.code) desc limit 1
$$;
comment on function access.find_help_phone is 'The telephone of a unit, or of the nearest above that has one; without any, the unit alone.';

create function access.cut_off_device(p_device uuid, p_version int, p_reason text, p_name text, p_as_office boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_city constant int := current_setting('app.city_id')::int; v_session uuid;
begin
  update phone.devices d set cut_off_at = now(), cut_off_reason = p_reason, cut_off_name = p_name, version = d.version + 1
   where d.city_id = v_city and d.id = p_device and d.version = p_version and d.cut_off_at is null
     and (d.account_id = nullif(current_setting('app.account_id', true), '')::uuid or (p_as_office
       and d.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint))
  returning d.session_id into v_session;
  if not found then return false; end if;
  update accounts.sessions s set ended_at = now() where s.city_id = v_city and s.id = v_session and s.ended_at is null;
  return true;
end $$;
comment on function access.cut_off_device is 'Cuts a phone off and ends the session in which it last fetched a day: one''s own phone, or as an office one of the own range.';

revoke execute on function access.begin_phone(int, uuid, bytea) from public;
revoke execute on function access.find_sealing_key(int, uuid) from public;
revoke execute on function access.get_current_sealing_key() from public;
revoke execute on function access.add_sealing_key(uuid, uuid, text, bytea, bytea) from public;
revoke execute on function access.find_letter_case(uuid, date) from public;
revoke execute on function access.keep_letter(uuid, uuid, uuid, text, bytea, uuid, text, text, bytea, bytea, timestamptz, timestamptz) from public;
revoke execute on function access.list_own_letters(uuid, uuid[]) from public;
revoke execute on function access.find_help_phone(uuid) from public;
revoke execute on function access.cut_off_device(uuid, int, text, text, boolean) from public;
grant execute on function access.begin_phone(int, uuid, bytea) to xinhuo_app;
grant execute on function access.find_sealing_key(int, uuid) to xinhuo_app;
grant execute on function access.get_current_sealing_key() to xinhuo_app, xinhuo_worker;
grant execute on function access.add_sealing_key(uuid, uuid, text, bytea, bytea) to xinhuo_app, xinhuo_worker;
grant execute on function access.find_letter_case(uuid, date) to xinhuo_app;
grant execute on function access.keep_letter(uuid, uuid, uuid, text, bytea, uuid, text, text, bytea, bytea, timestamptz, timestamptz) to xinhuo_app;
grant execute on function access.list_own_letters(uuid, uuid[]) to xinhuo_app;
grant execute on function access.find_help_phone(uuid) to xinhuo_app;
grant execute on function access.cut_off_device(uuid, int, text, text, boolean) to xinhuo_app;
