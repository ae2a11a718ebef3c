-- The forms of 2004 with the line numbers of a public copy of the form sheets. The forms of 财会〔2024〕25号 are not known here: they come as another date.
insert into ledger.statement_forms (form, valid_from, name, number, source) values
  ('balance-sheet', '2005-01-01', '资产负债表', '会民非01表', '《民间非营利组织会计制度》（财会〔2004〕7号）；行次据公开的报表格式抄本'),
  ('activities', '2005-01-01', '业务活动表', '会民非02表', '《民间非营利组织会计制度》（财会〔2004〕7号）；行次据公开的报表格式抄本'),
  ('cash-flow', '2005-01-01', '现金流量表', '会民非03表', '《民间非营利组织会计制度》（财会〔2004〕7号）；行次据公开的报表格式抄本');

insert into ledger.statement_lines (form, valid_from, seq, number, name, depth, part, is_total, formula)
select 'balance-sheet', date '2005-01-01', row_number() over (), number, name, depth, part, is_total, formula from (values
  (null::int, '流动资产：', 0, 'assets', false, null::text),
  (1, '货币资金', 1, 'assets', false, '1001 + 1002 + 1009'), (2, '短期投资', 1, 'assets', false, '1101 + 1102'),
  (3, '应收款项', 1, 'assets', false, '1111 + 1121 + 1122 + 1131'), (4, '预付账款', 1, 'assets', false, '1141'),
  (8, '存货', 1, 'assets', false, '1201 + 1202'), (9, '待摊费用', 1, 'assets', false, '1301'),
  (15, '一年内到期的长期债权投资', 1, 'assets', false, ''), (18, '其他流动资产', 1, 'assets', false, ''),
  (20, '流动资产合计', 1, 'assets', true, '#1 + #2 + #3 + #4 + #8 + #9 + #15 + #18'),
  (null, '长期投资：', 0, 'assets', false, null),
  (21, '长期股权投资', 1, 'assets', false, '1401 + 1421'), (24, '长期债权投资', 1, 'assets', false, '1402'),
  (30, '长期投资合计', 1, 'assets', true, '#21 + #24'),
  (null, '固定资产：', 0, 'assets', false, null),
  (31, '固定资产原价', 1, 'assets', false, '1501'), (32, '减：累计折旧', 1, 'assets', false, '-1502'), (33, '固定资产净值', 1, 'assets', false, '#31 - #32'),
  (34, '在建工程', 1, 'assets', false, '1505'), (35, '文物文化资产', 1, 'assets', false, '1506'), (38, '固定资产清理', 1, 'assets', false, '1509'),
  (40, '固定资产合计', 1, 'assets', true, '#33 + #34 + #35 + #38'),
  (null, '无形资产：', 0, 'assets', false, null), (41, '无形资产', 1, 'assets', false, '1601'),
  (null, '受托代理资产：', 0, 'assets', false, null), (51, '受托代理资产', 1, 'assets', false, '1701'),
  (60, '资产总计', 0, 'assets', true, '#20 + #30 + #40 + #41 + #51'),
  (null, '流动负债：', 0, 'funding', false, null),
  (61, '短期借款', 1, 'funding', false, '-2101'), (62, '应付款项', 1, 'funding', false, '-2201 - 2202 - 2209'),
  (63, '应付工资', 1, 'funding', false, '-2204'), (65, '应交税金', 1, 'funding', false, '-2206'), (66, '预收账款', 1, 'funding', false, '-2203'),
  (71, '预提费用', 1, 'funding', false, '-2301'), (72, '预计负债', 1, 'funding', false, '-2401'),
  (74, '一年内到期的长期负债', 1, 'funding', false, ''), (78, '其他流动负债', 1, 'funding', false, ''),
  (80, '流动负债合计', 1, 'funding', true, '#61 + #62 + #63 + #65 + #66 + #71 + #72 + #74 + #78'),
  (null, '长期负债：', 0, 'funding', false, null),
  (81, '长期借款', 1, 'funding', false, '-2501'), (84, '长期应付款', 1, 'funding', false, '-2502'), (88, '其他长期负债', 1, 'funding', false, ''),
  (90, '长期负债合计', 1, 'funding', true, '#81 + #84 + #88'),
  (null, '受托代理负债：', 0, 'funding', false, null), (91, '受托代理负债', 1, 'funding', false, '-2601'),
  (100, '负债合计', 0, 'funding', true, '#80 + #90 + #91'),
  (null, '净资产：', 0, 'funding', false, null),
  (101, '非限定性净资产', 1, 'funding', false, '-3101 - 4:unrestricted - 5:unrestricted'),
  (105, '限定性净资产', 1, 'funding', false, '-3102 - 4:restricted - 5:restricted'),
  (110, '净资产合计', 1, 'funding', true, '#101 + #105'),
  (120, '负债和净资产总计', 0, 'funding', true, '#100 + #110')
) as listed (number, name, depth, part, is_total, formula);

insert into ledger.statement_lines (form, valid_from, seq, number, name, depth, is_total, formula)
select 'activities', date '2005-01-01', row_number() over (), number, name, depth, is_total, formula from (values
  (null::int, '一、收入', 0, false, null::text),
  (1, '其中：捐赠收入', 1, false, '-4101'), (2, '会费收入', 1, false, '-4201'), (3, '提供服务收入', 1, false, '-4301'), (4, '商品销售收入', 1, false, '-4501'),
  (5, '政府补助收入', 1, false, '-4401'), (6, '投资收益', 1, false, '-4601'), (9, '其他收入', 1, false, '-4901'),
  (11, '收入合计', 0, true, '#1 + #2 + #3 + #4 + #5 + #6 + #9'),
  (null, '二、费用', 0, false, null),
  (12, '（一）业务活动成本', 1, false, '5101'), (21, '（二）管理费用', 1, false, '5201'), (24, '（三）筹资费用', 1, false, '5301'),
  (28, '（四）其他费用', 1, false, '5401'), (35, '费用合计', 0, true, '#12 + #21 + #24 + #28'),
  (40, '三、限定性净资产转为非限定性净资产', 0, false, '-3101 - 3102'),
  (45, '四、净资产变动额（若为净资产减少额，以“-”号填列）', 0, true, '#11 - #35 + #40')
) as listed (number, name, depth, is_total, formula);

insert into ledger.flow_items (code, name, direction, sort_order, is_rest) values
  ('gifts-received', '接受捐赠收到的现金', 'in', 1, false), ('dues-received', '收取会费收到的现金', 'in', 2, false),
  ('services-received', '提供服务收到的现金', 'in', 3, false), ('goods-received', '销售商品收到的现金', 'in', 4, false),
  ('subsidies-received', '政府补助收到的现金', 'in', 5, false), ('operating-received', '收到的其他与业务活动有关的现金', 'in', 8, true),
  ('grants-paid', '提供捐赠或者资助支付的现金', 'out', 14, false), ('staff-paid', '支付给员工以及为员工支付的现金', 'out', 15, false),
  ('goods-paid', '购买商品、接受服务支付的现金', 'out', 16, false), ('operating-paid', '支付的其他与业务活动有关的现金', 'out', 19, true),
  ('investments-recovered', '收回投资所收到的现金', 'in', 25, false), ('investment-income-received', '取得投资收益所收到的现金', 'in', 26, false),
  ('assets-sold', '处置固定资产和无形资产所收回的现金', 'in', 27, false), ('investing-received', '收到的其他与投资活动有关的现金', 'in', 30, false),
  ('assets-bought', '购建固定资产和无形资产所支付的现金', 'out', 35, false), ('investments-made', '对外投资所支付的现金', 'out', 36, false),
  ('investing-paid', '支付的其他与投资活动有关的现金', 'out', 39, false),
  ('loans-received', '借款所收到的现金', 'in', 45, false), ('financing-received', '收到的其他与筹资活动有关的现金', 'in', 48, false),
  ('loans-repaid', '偿还借款所支付的现金', 'out', 51, false), ('interest-paid', '偿付利息所支付的现金', 'out', 52, false),
  ('financing-paid', '支付的其他与筹资活动有关的现金', 'out', 55, false), ('exchange-differences', '汇率变动对现金的影响额', 'in', 60, false);

insert into ledger.statement_lines (form, valid_from, seq, number, name, depth, is_total, formula)
select 'cash-flow', date '2005-01-01', row_number() over (), number, name, depth, is_total, formula from (values
  (null::int, '一、业务活动产生的现金流量：', 0, false, null::text),
  (1, '接受捐赠收到的现金', 1, false, '~gifts-received'), (2, '收取会费收到的现金', 1, false, '~dues-received'),
  (3, '提供服务收到的现金', 1, false, '~services-received'), (4, '销售商品收到的现金', 1, false, '~goods-received'),
  (5, '政府补助收到的现金', 1, false, '~subsidies-received'), (8, '收到的其他与业务活动有关的现金', 1, false, '~operating-received'),
  (13, '现金流入小计', 1, true, '#1 + #2 + #3 + #4 + #5 + #8'),
  (14, '提供捐赠或者资助支付的现金', 1, false, '-~grants-paid'), (15, '支付给员工以及为员工支付的现金', 1, false, '-~staff-paid'),
  (16, '购买商品、接受服务支付的现金', 1, false, '-~goods-paid'), (19, '支付的其他与业务活动有关的现金', 1, false, '-~operating-paid'),
  (23, '现金流出小计', 1, true, '#14 + #15 + #16 + #19'), (24, '业务活动产生的现金流量净额', 0, true, '#13 - #23'),
  (null, '二、投资活动产生的现金流量：', 0, false, null),
  (25, '收回投资所收到的现金', 1, false, '~investments-recovered'), (26, '取得投资收益所收到的现金', 1, false, '~investment-income-received'),
  (27, '处置固定资产和无形资产所收回的现金', 1, false, '~assets-sold'), (30, '收到的其他与投资活动有关的现金', 1, false, '~investing-received'),
  (34, '现金流入小计', 1, true, '#25 + #26 + #27 + #30'),
  (35, '购建固定资产和无形资产所支付的现金', 1, false, '-~assets-bought'), (36, '对外投资所支付的现金', 1, false, '-~investments-made'),
  (39, '支付的其他与投资活动有关的现金', 1, false, '-~investing-paid'), (43, '现金流出小计', 1, true, '#35 + #36 + #39'),
  (44, '投资活动产生的现金流量净额', 0, true, '#34 - #43'),
  (null, '三、筹资活动产生的现金流量：', 0, false, null),
  (45, '借款所收到的现金', 1, false, '~loans-received'), (48, '收到的其他与筹资活动有关的现金', 1, false, '~financing-received'),
  (50, '现金流入小计', 1, true, '#45 + #48'),
  (51, '偿还借款所支付的现金', 1, false, '-~loans-repaid'), (52, '偿付利息所支付的现金', 1, false, '-~interest-paid'),
  (55, '支付的其他与筹资活动有关的现金', 1, false, '-~financing-paid'), (58, '现金流出小计', 1, true, '#51 + #52 + #55'),
  (59, '筹资活动产生的现金流量净额', 0, true, '#50 - #58'),
  (60, '四、汇率变动对现金的影响额', 0, false, '~exchange-differences'),
  (61, '五、现金及现金等价物净增加额', 0, true, '#24 + #44 + #59 + #60')
) as listed (number, name, depth, is_total, formula);

insert into ledger.flow_rules (valid_from, account_code, direction, item, source)
select date '2005-01-01', account_code, direction, item, '按会计制度对各项目的填列说明归类；同一笔里对方科目在哪一类就列哪一项，利息等由会计在凭证上指定' from (values
  ('4101', 'in', 'gifts-received'), ('4201', 'in', 'dues-received'), ('4301', 'in', 'services-received'), ('4401', 'in', 'subsidies-received'),
  ('4501', 'in', 'goods-received'), ('4601', 'in', 'investment-income-received'), ('1111', 'in', 'services-received'), ('1121', 'in', 'services-received'),
  ('2203', 'in', 'services-received'), ('5101', 'out', 'grants-paid'), ('2204', 'out', 'staff-paid'), ('1141', 'out', 'goods-paid'), ('1201', 'out', 'goods-paid'),
  ('2201', 'out', 'goods-paid'), ('2202', 'out', 'goods-paid'), ('11', 'in', 'operating-received'), ('1101', 'in', 'investments-recovered'),
  ('1101', 'out', 'investments-made'), ('1401', 'in', 'investments-recovered'), ('1401', 'out', 'investments-made'), ('1402', 'in', 'investments-recovered'),
  ('1402', 'out', 'investments-made'), ('1501', 'in', 'assets-sold'), ('1501', 'out', 'assets-bought'), ('1505', 'out', 'assets-bought'),
  ('1506', 'in', 'assets-sold'), ('1506', 'out', 'assets-bought'), ('1509', 'in', 'assets-sold'), ('1509', 'out', 'assets-sold'), ('1601', 'in', 'assets-sold'),
  ('1601', 'out', 'assets-bought'), ('2101', 'in', 'loans-received'), ('2101', 'out', 'loans-repaid'), ('2501', 'in', 'loans-received'),
  ('2501', 'out', 'loans-repaid'), ('2502', 'in', 'financing-received'), ('2502', 'out', 'financing-paid')
) as listed (account_code, direction, item);
