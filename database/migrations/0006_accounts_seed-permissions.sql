-- Permissions of the modules of the first cut; each module's access.ts names its own.
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'unit.read'), ('leader', 'unit.read'), ('guardian-officer', 'unit.read'), ('care-worker', 'unit.read'), ('volunteer', 'unit.read'),
  ('system-admin', 'unit.read'), ('security-admin', 'unit.read'), ('audit-admin', 'unit.read'),
  ('office', 'unit.manage'), ('system-admin', 'unit.manage'),
  ('security-admin', 'account.read'), ('security-admin', 'account.manage'), ('security-admin', 'grant.manage'),
  ('office', 'account.read'), ('office', 'password.give'), ('audit-admin', 'audit.read'), ('system-admin', 'system.run')
) as given (role_code, permission);
