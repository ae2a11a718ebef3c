-- The chart of 2004. The numbers of the chart of 2024 (财会〔2024〕25号, from 2026-01-01) are not known here: they are imported from a workbook.
insert into ledger.standards (code, name, valid_from, source) values
  ('2004', '民间非营利组织会计制度（财会〔2004〕7号）', '2005-01-01', '民间非营利组织会计制度——会计科目和会计报表；1009 未经核对');
insert into ledger.standard_accounts (standard, code, name, kind, side, duty, cost_class)
select '2004', code, name, kind, side, duty, cost_class from (values
  ('1001', '现金', 'asset', 'debit', 'cash', null), ('1002', '银行存款', 'asset', 'debit', 'bank', null), ('1009', '其他货币资金', 'asset', 'debit', 'bank', null),
  ('1101', '短期投资', 'asset', 'debit', null, null), ('1102', '短期投资跌价准备', 'asset', 'credit', null, null),
  ('1111', '应收票据', 'asset', 'debit', null, null), ('1121', '应收账款', 'asset', 'debit', null, null), ('1122', '其他应收款', 'asset', 'debit', null, null),
  ('1131', '坏账准备', 'asset', 'credit', null, null), ('1141', '预付账款', 'asset', 'debit', null, null), ('1201', '存货', 'asset', 'debit', null, null),
  ('1202', '存货跌价准备', 'asset', 'credit', null, null), ('1301', '待摊费用', 'asset', 'debit', null, null),
  ('1401', '长期股权投资', 'asset', 'debit', null, null), ('1402', '长期债权投资', 'asset', 'debit', null, null),
  ('1421', '长期投资减值准备', 'asset', 'credit', null, null), ('1501', '固定资产', 'asset', 'debit', null, null),
  ('1502', '累计折旧', 'asset', 'credit', null, null), ('1505', '在建工程', 'asset', 'debit', null, null),
  ('1506', '文物文化资产', 'asset', 'debit', null, null), ('1509', '固定资产清理', 'asset', 'debit', null, null),
  ('1601', '无形资产', 'asset', 'debit', null, null), ('1701', '受托代理资产', 'asset', 'debit', null, null),
  ('2101', '短期借款', 'liability', 'credit', null, null), ('2201', '应付票据', 'liability', 'credit', null, null),
  ('2202', '应付账款', 'liability', 'credit', null, null), ('2203', '预收账款', 'liability', 'credit', null, null),
  ('2204', '应付工资', 'liability', 'credit', null, null), ('2206', '应交税金', 'liability', 'credit', null, null),
  ('2209', '其他应付款', 'liability', 'credit', null, null), ('2301', '预提费用', 'liability', 'credit', null, null),
  ('2401', '预计负债', 'liability', 'credit', null, null), ('2501', '长期借款', 'liability', 'credit', null, null),
  ('2502', '长期应付款', 'liability', 'credit', null, null), ('2601', '受托代理负债', 'liability', 'credit', null, null),
  ('3101', '非限定性净资产', 'net-asset', 'credit', 'unrestricted', null), ('3102', '限定性净资产', 'net-asset', 'credit', 'restricted', null),
  ('4101', '捐赠收入', 'income', 'credit', null, null), ('4201', '会费收入', 'income', 'credit', null, null),
  ('4301', '提供服务收入', 'income', 'credit', null, null), ('4401', '政府补助收入', 'income', 'credit', null, null),
  ('4501', '商品销售收入', 'income', 'credit', null, null), ('4601', '投资收益', 'income', 'credit', null, null),
  ('4901', '其他收入', 'income', 'credit', null, null), ('5101', '业务活动成本', 'cost', 'debit', null, 'charity'),
  ('5201', '管理费用', 'cost', 'debit', null, 'administration'), ('5301', '筹资费用', 'cost', 'debit', null, 'fundraising'),
  ('5401', '其他费用', 'cost', 'debit', null, 'other')
) as listed (code, name, kind, side, duty, cost_class);
