set local citus.multi_shard_modify_mode = 'sequential';

-- Two sign-in names that differ in capitals alone look alike: the second is refused wherever an account comes from, also when both come at one moment.
create unique index accounts_sign_in_name_lower_key on accounts.accounts (city_id, lower(sign_in_name));

create or replace function access.use_activation(p_code_hash bytea, p_sign_in_name text, p_person_name text, p_password_hash text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from accounts.activations x where x.city_id = 0 and lower(x.sign_in_name) = lower(p_sign_in_name))
    or exists (select 1 from accounts.accounts a where lower(a.sign_in_name) = lower(p_sign_in_name)) then return false; end if;
  update accounts.activations x set used_at = now(), sign_in_name = p_sign_in_name, person_name = p_person_name, password_hash = p_password_hash
   where x.code_hash = p_code_hash and x.used_at is null;
  return found;
end $$;
