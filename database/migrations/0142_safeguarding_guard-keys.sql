-- Need to know, kept by the database: no statement of the application reads a key unless the caller's own account stands on the list of the report.
create function access.keep_report_keys(p_report uuid, p_wrapped bytea, p_reporter_wrapped bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_city constant int := current_setting('app.city_id')::int;
begin
  if not exists (
    select 1 from safeguarding.reports r where r.city_id = v_city and r.id = p_report and r.version = 1 and r.opened_at is null
       and r.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint) then return false; end if;
  insert into safeguarding.report_keys (city_id, id, wrapped) values (v_city, p_report, p_wrapped);
  insert into safeguarding.reporter_keys (city_id, id, wrapped) values (v_city, p_report, p_reporter_wrapped);
  return true;
end $$;
comment on function access.keep_report_keys is 'Keeps the two keys of a report just filed in the caller''s range; once, they are never replaced.';

create function access.open_report_key(p_report uuid) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.wrapped
    from safeguarding.report_keys k
    join safeguarding.report_readers n on n.city_id = current_setting('app.city_id')::int and n.report_id = k.id
   where k.city_id = current_setting('app.city_id')::int and k.id = p_report and n.ended_at is null
     and n.account_id = nullif(current_setting('app.account_id', true), '')::uuid
     and n.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint
$$;
comment on function access.open_report_key is 'The wrapped key of a report, for people who stand on its list and in whose range it lies; null otherwise.';

create function access.open_reporter_key(p_report uuid) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.wrapped
    from safeguarding.reporter_keys k
    join safeguarding.report_readers n on n.city_id = current_setting('app.city_id')::int and n.report_id = k.id
   where k.city_id = current_setting('app.city_id')::int and k.id = p_report and n.ended_at is null and n.sees_reporter
     and n.account_id = nullif(current_setting('app.account_id', true), '')::uuid
     and n.scope_code between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint
$$;
comment on function access.open_reporter_key is 'The wrapped key of who reported, for those on the list who may see it; null otherwise.';

create function access.list_safeguarding_people(p_scope bigint)
returns table (account_id uuid, person_name text, scope_code bigint, unit_name text, ground text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with holders as (
    select distinct on (held.account_id) held.account_id, account.person_name, held.scope_code, unit.name as unit_name, given.permission
      from accounts.grants held
      join accounts.accounts account on account.city_id = held.city_id and account.id = held.account_id and account.status = 'active'
      join accounts.role_permissions given on given.role_code = held.role_code
      join organization.units unit on unit.city_id = held.city_id and unit.id = held.unit_id
     where held.city_id = current_setting('app.city_id')::int and given.permission in ('safeguarding.receive', 'safeguarding.read')
       and held.revoked_at is null and held.from_on <= current_date and (held.until_on is null or held.until_on >= current_date)
       and unit.scope_lo <= p_scope and unit.scope_hi >= p_scope
     order by held.account_id, given.permission desc, held.scope_code desc)
  select h.account_id, h.person_name, h.scope_code, h.unit_name, case h.permission when 'safeguarding.receive' then 'officer' else 'designee' end
    from holders h
   where p_scope between current_setting('app.scope_lo')::bigint and current_setting('app.scope_hi')::bigint
     and (h.permission = 'safeguarding.receive' or exists (
       select 1 from safeguarding.designees d join organization.units u on u.city_id = d.city_id and u.id = d.unit_id
        where d.city_id = current_setting('app.city_id')::int and d.account_id = h.account_id and d.from_on <= current_date
          and (d.until_on is null or d.until_on >= current_date) and u.scope_lo <= p_scope and u.scope_hi >= p_scope))
   order by h.scope_code desc, h.account_id
$$;
comment on function access.list_safeguarding_people is
  'Who receives a report of a unit in the caller''s range: officers answerable for minors'' data and designees there and at every unit above.';

revoke execute on function access.keep_report_keys(uuid, bytea, bytea) from public;
revoke execute on function access.open_report_key(uuid) from public;
revoke execute on function access.open_reporter_key(uuid) from public;
revoke execute on function access.list_safeguarding_people(bigint) from public;
grant execute on function access.keep_report_keys(uuid, bytea, bytea) to xinhuo_app;
grant execute on function access.open_report_key(uuid) to xinhuo_app;
grant execute on function access.open_reporter_key(uuid) to xinhuo_app;
grant execute on function access.list_safeguarding_people(bigint) to xinhuo_app, xinhuo_worker;
