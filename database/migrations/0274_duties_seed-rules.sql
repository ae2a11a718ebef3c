-- Kinds of disclosure and matters of the board, each with its source. A number nobody read in the text of the rule says so.
insert into duties.disclosure_kinds (code, valid_from, name, audience, bodies, causes, due_rule, due_number, longer_than_months, fields, source, is_verified)
select code, valid_from::date, name, audience, bodies, causes::text[], due_rule, due_number, longer, (
    select jsonb_agg(jsonb_build_object('name', split_part(f, '=', 1), 'fill', nullif(split_part(f, '=', 2), '')) order by n)
      from unnest(string_to_array(fields, ';')) with ordinality as split (f, n)), source, is_verified
  from (values
  ('report-to-registrar', '2004-06-01', '年度工作报告（报登记管理机关）', 'registrar', 'all', '{year}', 'fixed-day', 331, null::int,
    '基金会名称=body;报告年度=year;上年度实际收入合计=last-income;本年度总收入=income;本年度总支出=spending;慈善活动支出=charity;管理费用=administration;筹资费用=fundraising;其他支出=other;年末净资产=net-assets;慈善活动支出比例=spending-ratio;管理费用比例=administration-ratio;接受捐赠笔数=gift-count;理事会成员=board;年度内会议次数=meetings;主要工作;业务主管单位审查意见',
    '《基金会管理条例》第三十六条', true),
  ('report-to-public', '2024-09-05', '年度工作报告和财务会计报告（慈善中国公开）', 'public', 'all', '{year}', 'fixed-day', 531, null,
    '慈善组织名称=body;报告年度=year;本年度总收入=income;其中：捐赠收入=gift-income;本年度总支出=spending;慈善活动支出=charity;管理费用=administration;募捐成本=fundraising;年末净资产=net-assets;慈善活动支出比例=spending-ratio;管理费用比例=administration-ratio;接受捐赠笔数=gift-count;工作人员工资福利;与境外组织或者个人开展合作的情况;审计机构和审计意见',
    '《慈善法》第十三条；民政部令第81号', false),
  ('related-list', '2024-09-05', '关联方名单及关联关系说明', 'registrar', 'all', '{year}', 'fixed-day', 531, null,
    '慈善组织名称=body;报告年度=year;关联方名单及关联关系=parties;与关联方的往来=dealings', '民政部令第81号第十五条', true),
  ('major-projects', '2024-09-05', '上年度重大公益项目', 'public', 'other', '{year}', 'fixed-day', 531, null,
    '慈善组织名称=body;报告年度=year;慈善活动支出=charity;重大项目名称和内容;项目收入;项目支出;受益情况', '民政部令第81号', false),
  ('major-event', '2024-09-05', '重大资产变动、重大投资、重大交易及资金往来', 'public', 'all', '{event}', 'days-after', 30, null,
    '慈善组织名称=body;事项=title;发生日期=starts-on;内容;金额;理事会决议', '民政部令第81号第十三条', true),
  ('related-dealing', '2024-09-05', '与重要关联方的往来', 'public', 'all', '{dealing}', 'days-after', 30, null,
    '慈善组织名称=body;往来=title;发生日期=starts-on;关联方名单及关联关系=parties;内容;定价依据;理事会决议和回避情况', '民政部令第81号第十四条', true),
  ('campaign-plan', '2024-09-05', '募捐方案备案', 'registrar', 'public', '{campaign}', 'days-before', 10, null,
    '慈善组织名称=body;募捐活动=title;开始日期=starts-on;结束日期=ends-on;募捐目的;募捐地域;活动负责人姓名和办公地址;接受捐赠方式;银行账户;受益人;募得款物用途;募捐成本;剩余财产的处理', '民政部令第74号第十一条；《慈善法》第二十四条', true),
  ('campaign-progress', '2016-09-01', '公开募捐情况（进展）', 'public', 'public', '{campaign}', 'every-months', 3, 6,
    '慈善组织名称=body;募捐活动=title;截止日期=until;募得款物;已使用款物;募捐成本', '《慈善法》第七十九条', true),
  ('campaign-report', '2016-09-01', '公开募捐情况（全面）', 'public', 'public', '{campaign,emergency}', 'months-after-end', 3, null,
    '慈善组织名称=body;募捐活动=title;开始日期=starts-on;结束日期=ends-on;募得款物;使用情况;募捐成本;合作方评估和监督情况;剩余财产的处理', '《慈善法》第七十九条；民政部令第81号', true),
  ('project-progress', '2016-09-01', '慈善项目实施情况（进展）', 'public', 'all', '{project}', 'every-months', 3, 6,
    '慈善组织名称=body;项目名称=title;截止日期=until;项目实施情况;项目收支;受益情况', '《慈善法》第八十条', false),
  ('project-report', '2016-09-01', '慈善项目实施情况（全面）', 'public', 'all', '{project}', 'months-after-end', 3, null,
    '慈善组织名称=body;项目名称=title;开始日期=starts-on;结束日期=ends-on;项目实施情况;募得款物使用情况;受益情况;剩余财产的处理', '《慈善法》第八十条', false),
  ('emergency-figures', '2024-09-05', '应对重大突发事件募得款物接收和使用情况', 'public', 'all', '{emergency}', 'every-days', 5, null,
    '慈善组织名称=body;募捐活动=title;截止日期=until;募得资金;募得物资;分配和使用情况', '《慈善法》第七十三条', false),
  ('emergency-filing', '2024-09-05', '应急募捐方案补办备案', 'registrar', 'public', '{emergency}', 'days-after', 10, null,
    '慈善组织名称=body;募捐活动=title;开始日期=starts-on;募捐方案;未能事先备案的原因', '《慈善法》第七十四条', false)
  ) as listed (code, valid_from, name, audience, bodies, causes, due_rule, due_number, longer, fields, source, is_verified);

insert into duties.matters (code, valid_from, name, quorum_numerator, quorum_denominator, majority_base, majority_numerator, majority_denominator, is_more_than, source,
  is_verified) values
  ('ordinary', '2004-06-01', '一般事项', 2, 3, 'present', 1, 2, true, '《基金会管理条例》第二十一条', false),
  ('charter', '2004-06-01', '章程的修改', 2, 3, 'present', 2, 3, false, '《基金会管理条例》第二十一条', false),
  ('election', '2004-06-01', '选举或者罢免理事长、副理事长、秘书长', 2, 3, 'present', 2, 3, false, '《基金会管理条例》第二十一条', false),
  ('fundraising', '2004-06-01', '章程规定的重大募捐活动', 2, 3, 'present', 2, 3, false, '《基金会管理条例》第二十一条', false),
  ('merger', '2004-06-01', '基金会的分立、合并', 2, 3, 'present', 2, 3, false, '《基金会管理条例》第二十一条', false),
  ('investment', '2024-09-05', '重大投资方案', 2, 3, 'all', 2, 3, false, '《慈善法》第五十五条', true);
