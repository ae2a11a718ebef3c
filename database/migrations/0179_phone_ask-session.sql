-- A phone renews its day by its own secret, long after its session has run out – but not after that session was ended by hand.
create function access.phone_session_stands(p_session uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from accounts.sessions s where s.city_id = current_setting('app.city_id')::int and s.id = p_session
    and s.account_id = nullif(current_setting('app.account_id', true), '')::uuid and s.ended_at is null)
$$;
comment on function access.phone_session_stands is 'Whether the session a phone was last used under was never ended: a changed or reset password, a sign-out and a cut-off end it, time alone does not.';
revoke execute on function access.phone_session_stands(uuid) from public;
grant execute on function access.phone_session_stands(uuid) to xinhuo_app;
