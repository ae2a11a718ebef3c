-- Volunteers and administrators read no figures; who may act for the whole city or approve is narrowed further by the level of the unit.
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'figure.read'), ('leader', 'figure.read'), ('guardian-officer', 'figure.read'), ('care-worker', 'figure.read'),
  ('office', 'report.write'), ('office', 'report.approve'), ('leader', 'report.approve'),
  ('office', 'month.close')
) as given (role_code, permission);
