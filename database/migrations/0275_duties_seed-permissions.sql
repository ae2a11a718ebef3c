-- Who prepares a disclosure never approves it. Administrators hold none of these.
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('charity-worker', 'duty.read'), ('charity-head', 'duty.read'), ('accountant', 'duty.read'), ('finance-reviewer', 'duty.read'),
  ('accountant', 'ratio.explain'), ('charity-head', 'ratio.explain'),
  ('charity-worker', 'disclosure.prepare'), ('accountant', 'disclosure.prepare'),
  ('charity-head', 'disclosure.approve'), ('finance-reviewer', 'disclosure.approve'),
  ('charity-worker', 'disclosure.publish'), ('charity-head', 'disclosure.publish'),
  ('charity-worker', 'board.write'), ('charity-head', 'board.write'), ('charity-worker', 'board.open'), ('charity-head', 'board.open')
) as given (role_code, permission);
