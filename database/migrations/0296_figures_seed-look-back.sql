-- The look-back of a leader's speech tells of money and projects, as the sample does, now that both are counted.
insert into figures.report_templates (code, version, valid_from, name, title, body, source)
select t.code, 2, date '2026-01-01', t.name, t.title,
  replace(t.body, '全年走访关爱对象',
    '全年筹集关爱资金{{gifts.money|万元|余}}、发放{{awards.money|万元|余}}，新立公益项目{{projects.begun}}个、年末实施中{{projects.running}}个，资助{{awards.attendances|万人次|余}}，'
    || '为{{awards.children|余}}名困境儿童、{{awards.households|余}}户困境家庭给予倾心倾情帮扶。' || chr(10) || '全年走访关爱对象'),
  t.source
  from figures.report_templates t where t.code = 'speech' and t.version = 1;
insert into figures.report_templates (code, version, valid_from, name, title, body, source)
select t.code, 2, date '2026-01-01', t.name, t.title,
  replace(t.body, '# 存在的问题',
    '# 资金与项目' || chr(10)
    || '全年筹集资金{{gifts.money|万元}}，其中企业捐赠{{gifts.money.enterprise|万元}}、个人捐赠{{gifts.money.person|万元}}、匿名捐赠{{gifts.money.anonymous|万元}}；捐赠{{gifts.given}}次，爱心企业和人士{{gifts.donors}}个。'
    || '发放资助{{awards.money|万元}}，受资助{{awards.attendances|万人次}}，其中建档儿童{{awards.children}}人、{{awards.households}}户。新立公益项目{{projects.begun}}个，结项{{projects.closed}}个，年末实施中{{projects.running}}个。'
    || chr(10) || '# 存在的问题'),
  t.source
  from figures.report_templates t where t.code = 'summary' and t.version = 1;
