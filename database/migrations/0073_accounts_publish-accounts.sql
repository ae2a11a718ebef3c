create view accounts.published_accounts with (security_invoker = true) as
  select city_id, id, scope_code, unit_id, person_name, status from accounts.accounts;
comment on view accounts.published_accounts is 'Accounts for the other modules, closed ones included: join on city_id and id. No sign-in name, no telephone.';
comment on column accounts.published_accounts.city_id is 'City.';
comment on column accounts.published_accounts.id is 'Account.';
comment on column accounts.published_accounts.scope_code is 'Scope code of its unit.';
comment on column accounts.published_accounts.unit_id is 'Unit it belongs to.';
comment on column accounts.published_accounts.person_name is 'Name of the person.';
comment on column accounts.published_accounts.status is 'active, suspended or closed.';
grant select on accounts.published_accounts to xinhuo_app, xinhuo_worker;
