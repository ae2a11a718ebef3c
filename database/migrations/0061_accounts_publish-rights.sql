create view accounts.published_rights with (security_invoker = true) as
  select held.city_id, held.account_id, held.unit_id, held.scope_code, held.role_code, given.permission, held.from_on, held.until_on
    from accounts.grants held
    join accounts.accounts account on account.city_id = held.city_id and account.id = held.account_id
    join accounts.role_permissions given on given.role_code = held.role_code
   where held.revoked_at is null and account.status = 'active';
comment on view accounts.published_rights is 'Who holds which right at which unit, for modules that look for recipients: one row per grant and permission, of active accounts.';
comment on column accounts.published_rights.city_id is 'City.';
comment on column accounts.published_rights.account_id is 'Account that holds the grant.';
comment on column accounts.published_rights.unit_id is 'Unit the grant is for.';
comment on column accounts.published_rights.scope_code is 'Scope code of that unit.';
comment on column accounts.published_rights.role_code is 'Role.';
comment on column accounts.published_rights.permission is 'Permission of the role.';
comment on column accounts.published_rights.from_on is 'First day of the grant.';
comment on column accounts.published_rights.until_on is 'Last day of the grant; null while open-ended.';
grant select on accounts.published_rights to xinhuo_app, xinhuo_worker;
