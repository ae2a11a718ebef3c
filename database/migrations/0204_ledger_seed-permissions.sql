-- People of money: who makes a voucher never reviews it, who reviews it never posts it. An outside auditor reads the books that were opened to the account.
insert into accounts.roles (code, name, description, sort_order) values
  ('charity-head', '基金会负责人', '对账簿和资金负责，记账、重开期间、开放账套给审计。', 60),
  ('accountant', '会计', '设置账套，制单，记账，结账。', 61),
  ('finance-reviewer', '财务审核', '审核凭证，不制单。', 62),
  ('cashier', '出纳', '管现金和银行，上传票据，不登账。', 63),
  ('outside-auditor', '外部审计', '限期查看指定的一个账套，不能改动。', 64);
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('charity-head', 'ledger.read'), ('accountant', 'ledger.read'), ('finance-reviewer', 'ledger.read'), ('cashier', 'ledger.read'),
  ('outside-auditor', 'ledger.read-granted'),
  ('accountant', 'book.manage'), ('charity-head', 'book.grant'),
  ('accountant', 'voucher.make'), ('cashier', 'voucher.attach'), ('accountant', 'voucher.attach'), ('finance-reviewer', 'voucher.review'),
  ('accountant', 'voucher.post'), ('charity-head', 'voucher.post'), ('accountant', 'book-period.close'), ('charity-head', 'book-period.reopen'),
  ('accountant', 'commitment.reserve'), ('charity-head', 'commitment.reserve'),
  ('charity-head', 'notice.read'), ('accountant', 'notice.read'), ('finance-reviewer', 'notice.read'), ('cashier', 'notice.read'),
  ('charity-head', 'unit.read'), ('accountant', 'unit.read'), ('finance-reviewer', 'unit.read'), ('cashier', 'unit.read'), ('outside-auditor', 'unit.read')
) as given (role_code, permission);
