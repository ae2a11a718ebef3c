set local citus.multi_shard_modify_mode = 'sequential';

-- Nothing has recorded these measures yet: no presence has to be built anew.
insert into figures.indicators (code, version, valid_from, group_name, sort_order, name, definition, counted_in, kind, counting, timing, measures, numerator_code,
  denominator_code, scale, source, word_source)
select code, 1, date '2000-01-01', '资金', sort_order, name, definition, counted_in, kind, counting, 'flow', measures, null, null, scale, '资助登记', word_source
from (values
  ('awards.money', 885, '发放资助', '本期银行付出的资助款，按付款成功计；付款失败的不计。', '元', 'sum', 'rows', '{award.money.restricted,award.money.unrestricted}'::text[], 100,
    '各地关工委工作报告：发放资金'),
  ('awards.money.restricted', 886, '发放资助（限定）', '本期付出的资助款中由限定资金出的部分。', '元', 'sum', 'rows', '{award.money.restricted}', 100, '民间非营利组织会计制度：业务活动成本'),
  ('awards.money.unrestricted', 887, '发放资助（非限定）', '本期付出的资助款中由非限定资金出的部分。', '元', 'sum', 'rows', '{award.money.unrestricted}', 100,
    '民间非营利组织会计制度：业务活动成本'),
  ('awards.attendances', 888, '受资助人次', '本期付出的资助惠及的人次，一笔资助几人算几人次。', '人次', 'sum', 'rows', '{award.people}', 1, '各地关工委工作报告：救助'),
  ('awards.children', 889, '受资助儿童', '本期受到资助的建档儿童，同一儿童只算一人；档案之外按数登记的不计。', '人', 'count', 'subjects', '{award.child}', 1, '各地关工委工作报告：受助人数'),
  ('awards.households', 890, '受资助户数', '本期受到资助的建档儿童家庭，同一家庭只算一户；档案之外按数登记的不计。', '户', 'count', 'subjects', '{award.household}', 1,
    '各地关工委工作报告：受助家庭户数'),
  ('awards.outside', 891, '受资助人次（档案之外）', '本期付出的资助中档案之外按数登记的人次。', '人次', 'sum', 'rows', '{award.outside}', 1, '各地关工委工作报告：救助')
) as listed (code, sort_order, name, definition, counted_in, kind, counting, measures, scale, word_source);
