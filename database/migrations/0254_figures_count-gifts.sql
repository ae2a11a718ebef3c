set local citus.multi_shard_modify_mode = 'sequential';

alter table figures.indicators drop constraint indicators_group_check;
alter table figures.indicators add constraint indicators_group_check check (group_name in ('组织', '队伍', '关爱对象', '帮扶', '走访', '资金'));

-- Nothing has recorded these measures yet: no presence has to be built anew.
insert into figures.indicators (code, version, valid_from, group_name, sort_order, name, definition, counted_in, kind, counting, timing, measures, numerator_code,
  denominator_code, scale, source, word_source)
select code, 1, date '2000-01-01', '资金', sort_order, name, definition, counted_in, kind, counting, 'flow', measures, null, null, scale, '捐赠登记', word_source
from (values
  ('gifts.money', 870, '筹集资金', '本期到账的捐赠资金，以会计确认到账为准；退赠的不计，物资和服务不计。', '元', 'sum', 'rows',
    '{gift.money.person,gift.money.enterprise,gift.money.anonymous}'::text[], 100, '各地关工委工作报告：筹集资金'),
  ('gifts.money.enterprise', 871, '筹集资金（企业）', '本期到账的捐赠资金中由单位捐赠的部分。', '元', 'sum', 'rows', '{gift.money.enterprise}', 100, '各地关工委工作报告：筹集资金'),
  ('gifts.money.person', 872, '筹集资金（个人）', '本期到账的捐赠资金中由个人捐赠的部分。', '元', 'sum', 'rows', '{gift.money.person}', 100, '各地关工委工作报告：筹集资金'),
  ('gifts.money.anonymous', 873, '筹集资金（匿名）', '本期到账的捐赠资金中不留姓名的部分。', '元', 'sum', 'rows', '{gift.money.anonymous}', 100, '各地关工委工作报告：筹集资金'),
  ('gifts.money.restricted', 874, '筹集资金（限定）', '本期到账的捐赠资金中进入限定资金的部分。', '元', 'sum', 'rows', '{gift.money.restricted}', 100, '民间非营利组织会计制度：捐赠收入'),
  ('gifts.money.unrestricted', 875, '筹集资金（非限定）', '本期到账的捐赠资金中进入非限定资金的部分。', '元', 'sum', 'rows', '{gift.money.unrestricted}', 100, '民间非营利组织会计制度：捐赠收入'),
  ('gifts.goods', 876, '受赠物资折价', '本期入库的捐赠物资，按公允价值合计；退赠的不计。', '元', 'sum', 'rows', '{gift.goods}', 100, '各地关工委工作报告：物资折价'),
  ('gifts.given', 877, '捐赠次数', '本期确认到账的捐赠，资金、物资、服务各算一次；退赠的不计。', '次', 'count', 'rows', '{gift.given}', 1, '各地关工委工作报告：捐赠'),
  ('gifts.donors', 878, '捐赠人数', '本期捐赠的人和单位，同一捐赠人只算一个；匿名的按登记的捐赠人计。', '个', 'count', 'subjects', '{gift.given}', 1, '各地关工委工作报告：爱心企业和人士')
) as listed (code, sort_order, name, definition, counted_in, kind, counting, measures, scale, word_source);
