set local citus.multi_shard_modify_mode = 'sequential';

-- Two names never differ in capitals alone (accounts_sign_in_name_lower_key), so the door does not ask for them either: a phone that begins each
-- line with a capital, or an administrator who once typed one, kept people out with the sentence for a wrong password.
create index accounts_sign_in_name_any_case_idx on accounts.accounts (lower(sign_in_name));
drop index accounts.accounts_sign_in_name_idx;

create or replace function access.find_credential(p_name text)
returns table (city_id int, account_id uuid, person_name text, password_hash text, locked_until timestamptz, status text)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select a.city_id, a.id, a.person_name, c.password_hash, c.locked_until, a.status
    from accounts.accounts a join accounts.credentials c on c.city_id = a.city_id and c.account_id = a.id
   where lower(a.sign_in_name) = lower(p_name)
$$;

create or replace function access.find_first_administrator(p_sign_in_name text)
returns table (password_hash text, locked_until timestamptz)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select x.password_hash, x.locked_until from accounts.activations x
   where x.city_id = 0 and x.role_code = 'system-admin' and lower(x.sign_in_name) = lower(p_sign_in_name)
$$;

-- A new password is held against the name as well, which is read where the old one is.
drop function access.find_own_password();
create function access.find_own_credential() returns table (password_hash text, sign_in_name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.password_hash, a.sign_in_name
    from accounts.credentials c join accounts.accounts a on a.city_id = c.city_id and a.id = c.account_id
   where c.city_id = current_setting('app.city_id')::int and c.account_id = current_setting('app.account_id')::uuid
$$;
comment on function access.find_own_credential is 'Hash of the caller''s own password and the name it is typed with: the old one is checked before a change, the new one differs from the name.';
revoke execute on function access.find_own_credential() from public;
grant execute on function access.find_own_credential() to xinhuo_app;
