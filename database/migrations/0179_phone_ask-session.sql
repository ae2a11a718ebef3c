-- A phone renews its day by its own secret, long after its session is over – but not after the password was changed.
create function access.phone_sign_in_stands(p_session uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from accounts.sessions s
      join accounts.credentials c on c.city_id = current_setting('app.city_id')::int and c.account_id = s.account_id
     where s.city_id = current_setting('app.city_id')::int and s.id = p_session
       and s.account_id = nullif(current_setting('app.account_id', true), '')::uuid and s.created_at >= c.changed_at)
$$;
comment on function access.phone_sign_in_stands is 'Whether the password of the account is still the one with which the session of a phone was opened. The session itself may be over.';
revoke execute on function access.phone_sign_in_stands(uuid) from public;
grant execute on function access.phone_sign_in_stands(uuid) to xinhuo_app;
