-- Who records gifts never finds that they arrived: that is the accountant. Administrators hold none of these.
insert into accounts.roles (code, name, description, sort_order) values
  ('charity-worker', '捐赠专员', '登记捐赠人、捐赠、协议、票据和发放，不确认到账。', 65);
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('charity-worker', 'donor.read'), ('charity-head', 'donor.read'), ('accountant', 'donor.read'), ('finance-reviewer', 'donor.read'), ('cashier', 'donor.read'),
  ('charity-worker', 'gift.read'), ('charity-head', 'gift.read'), ('accountant', 'gift.read'), ('finance-reviewer', 'gift.read'), ('cashier', 'gift.read'),
  ('charity-worker', 'donor.open'), ('charity-head', 'donor.open'), ('accountant', 'donor.open'),
  ('charity-worker', 'donor.write'), ('charity-head', 'donor.write'), ('charity-worker', 'gift.write'), ('charity-head', 'gift.write'),
  ('accountant', 'gift.confirm'), ('charity-head', 'fund.publish'),
  ('charity-worker', 'unit.read'), ('charity-worker', 'notice.read')
) as given (role_code, permission);
