-- Who applies never lists, who lists never approves, who approves never pays. Administrators hold none of these.
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'award.apply'), ('care-worker', 'award.apply'),
  ('office', 'award.read'), ('care-worker', 'award.read'), ('leader', 'award.read'), ('charity-worker', 'award.read'), ('charity-head', 'award.read'),
  ('accountant', 'award.read'), ('finance-reviewer', 'award.read'), ('cashier', 'award.read'),
  ('charity-worker', 'award.open'), ('accountant', 'award.open'), ('cashier', 'award.open'), ('office', 'award.open'), ('care-worker', 'award.open'),
  ('charity-worker', 'award.list'), ('accountant', 'award.list'),
  ('charity-head', 'award.approve'), ('finance-reviewer', 'award.approve'),
  ('cashier', 'award.pay'), ('accountant', 'award.settle')
) as given (role_code, permission);
