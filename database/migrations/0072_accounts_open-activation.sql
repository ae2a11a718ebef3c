-- The transaction that activates an administrator is opened to the city, so that it can write its audit row.
create or replace function access.make_administrators(p_city int, p_ids uuid[])
returns table (account_id uuid, role_code text, person_name text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v record; v_unit record; v_at int := 1;
begin
  select u.id, u.scope_lo into v_unit from organization.units u where u.city_id = p_city and u.level = 'city' order by u.scope_lo limit 1;
  if not found then return; end if;
  for v in select x.city_id, x.role_code, x.sign_in_name, x.person_name, x.password_hash from accounts.activations x
            where x.city_id in (0, p_city) and x.used_at is not null and x.sign_in_name is not null order by x.role_code loop
    insert into accounts.accounts (city_id, id, scope_code, unit_id, sign_in_name, person_name)
      values (p_city, p_ids[v_at], v_unit.scope_lo, v_unit.id, v.sign_in_name, v.person_name);
    insert into accounts.credentials (city_id, account_id, password_hash, must_change) values (p_city, p_ids[v_at], v.password_hash, false);
    insert into accounts.grants (city_id, id, scope_code, account_id, unit_id, role_code, from_on)
      values (p_city, p_ids[v_at + 1], v_unit.scope_lo, p_ids[v_at], v_unit.id, v.role_code, current_date);
    update accounts.activations x set sign_in_name = null, person_name = null, password_hash = null
      where x.city_id = v.city_id and x.role_code = v.role_code;
    account_id := p_ids[v_at]; role_code := v.role_code; person_name := v.person_name;
    return next;
    v_at := v_at + 2;
  end loop;
  insert into accounts.activations (city_id, role_code, code_hash, issued_at, used_at)
    select p_city, x.role_code, x.code_hash, x.issued_at, x.used_at from accounts.activations x where x.city_id = 0 and p_city <> 0
    on conflict do nothing;
  delete from accounts.activations x where x.city_id = 0 and p_city <> 0;
  -- Whoever made an administrator writes the audit row of it, in the same transaction.
  if v_at > 1 then perform access.set_scope(p_city, 0, 999999999999999999, null); end if;
end $$;
