-- Who was not met in the morning may be met in the afternoon: a visit is held against another of its own outcome alone. A consent that the family took back
-- counts whichever record of the child keeps it.
create or replace function access.find_letter_case(p_case uuid, p_made_on date)
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
      exists (select 1 from children.published_records own
          join children.published_records other on other.city_id = v_city and other.child_id = own.child_id
          join children.consents t on t.city_id = v_city and t.child_id = other.record_id
         where own.city_id = v_city and own.record_id = c.child_id and t.kind = 'service' and t.withdrawn_on is not null)
        and exists (select 1 from children.children h where h.city_id = v_city and h.id = c.child_id and not h.has_service_consent),
      (select coalesce(json_agg(json_build_object('fromOn', p.from_on, 'untilOn', p.until_on)), '[]') from care.pairings p
        where p.city_id = v_city and p.case_id = c.id and p.volunteer_id = v_volunteer),
      (select coalesce(json_agg(json_build_object('id', v.id, 'madeOn', v.made_on, 'outcome', v.outcome, 'isVoided', v.voided_at is not null,
           'version', v.version, 'recordedName', v.recorded_name) order by v.made_on, v.id), '[]')
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

-- A phone that lies there locked cannot prove who it is: its secret lies under the PIN. Whether it was cut off it may ask all the same.
create function access.is_phone_cut_off(p_city int, p_device uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from phone.devices d where d.city_id = p_city and d.id = p_device and d.cut_off_at is not null)
$$;
comment on function access.is_phone_cut_off is 'Whether the phone of this id was cut off; false also where there is none. Tells nothing else, so that a locked page can ask.';
revoke execute on function access.is_phone_cut_off(int, uuid) from public;
grant execute on function access.is_phone_cut_off(int, uuid) to xinhuo_app;
