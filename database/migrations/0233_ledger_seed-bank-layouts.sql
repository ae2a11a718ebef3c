-- Headings as they are named in circulating exports. None was read from a real file of the bank: is_verified stays false until one was.
insert into ledger.bank_layouts (code, bank, titles, source)
select code, bank, titles::jsonb, '按常见网银导出的列名整理，未经真实文件核对' from (values
  ('icbc', '中国工商银行', '{"day":["交易时间","交易日期"],"in":["贷方发生额","转入金额"],"out":["借方发生额","转出金额"],"balance":["余额"],"counterparty":["对方单位","对方户名"],"reference":["凭证号"],"summary":["摘要","用途"]}'),
  ('abc', '中国农业银行', '{"day":["交易时间","交易日期"],"in":["收入金额"],"out":["支出金额"],"balance":["账户余额"],"counterparty":["对方户名"],"reference":["日志号","交易流水号"],"summary":["交易用途","摘要"]}'),
  ('boc', '中国银行', '{"day":["交易日期"],"in":["贷方金额","收入"],"out":["借方金额","支出"],"balance":["交易后余额"],"counterparty":["付款人名称","对方名称"],"reference":["交易流水号"],"summary":["摘要","交易附言"]}'),
  ('ccb', '中国建设银行', '{"day":["记账日期","交易时间"],"in":["贷方发生额（收入）","贷方发生额"],"out":["借方发生额（支取）","借方发生额"],"balance":["余额"],"counterparty":["对方户名"],"reference":["账户明细编号-交易流水号","凭证号码"],"summary":["摘要","备注"]}')
) as listed (code, bank, titles);
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('cashier', 'bank.import'), ('accountant', 'bank.import'), ('accountant', 'bank.match'), ('cashier', 'cash-day.count'), ('accountant', 'cash-day.confirm')
) as given (role_code, permission);
