set local citus.multi_shard_modify_mode = 'sequential';

alter table figures.indicators drop constraint indicators_counted_in_check;
alter table figures.indicators add constraint indicators_counted_in_check
  check (counted_in in ('人', '人次', '户', '对', '场', '个', '件', '次', '元', '分钟', '小时', '%'));

-- Children and households are counted once as subjects of measures that nothing has recorded yet: no presence has to be built anew.
insert into figures.indicators (code, version, valid_from, group_name, sort_order, name, definition, counted_in, kind, counting, timing, measures, numerator_code,
  denominator_code, scale, source, word_source)
select code, 1, date '2000-01-01', '帮扶', sort_order, name, definition, counted_in, kind, counting, 'flow', measures, null, null, scale, '帮扶行动登记', word_source
from (values
  ('aid.courtesy-calls', 840, '慰问人次（送钱物）', '本期慰问时给予儿童钱物或服务的人次，登记帮扶行动时注明慰问的才算；作废的不计。只走访不送钱物的慰问见节日慰问人次。', '人次', 'count', 'rows', '{aid.courtesy-call}'::text[], 1,
    '各地关工委工作报告：走访慰问'),
  ('aid.attendances', 841, '受助人次', '本期给予帮扶的人次，一次行动算一人次；作废的不计。', '人次', 'count', 'rows', '{aid.given}', 1, '各地关工委工作报告：救助'),
  ('aid.children', 842, '受助人数', '本期受到帮扶的儿童，同一儿童只算一人；给全家的帮扶算该个案的儿童一人。', '人', 'count', 'subjects', '{aid.given}', 1, '各地关工委工作报告：受助人数'),
  ('aid.households', 843, '受助户数', '本期受到帮扶的家庭，同一家庭只算一户，不论几个孩子、几次。', '户', 'count', 'subjects', '{aid.household}', 1, '各地关工委工作报告：受助家庭户数'),
  ('aid.counselling', 844, '心理咨询人次', '本期给予的心理咨询，一次行动算一人次；作废的不计。', '人次', 'count', 'rows', '{aid.counselling}', 1, '各地关工委工作报告：心理咨询'),
  ('aid.money', 845, '帮扶金额', '本期给予儿童和家庭的资金，各出资方合计；物资和服务不计。', '元', 'sum', 'rows',
    '{aid.money.committee,aid.money.charity,aid.money.enterprise,aid.money.person,aid.money.department}', 100, '各地关工委工作报告：发放资金'),
  ('aid.money.committee', 846, '帮扶金额（关工委）', '本期给予的资金中由关工委出的部分。', '元', 'sum', 'rows', '{aid.money.committee}', 100, '各地关工委工作报告：发放资金'),
  ('aid.money.charity', 847, '帮扶金额（基金会）', '本期给予的资金中由基金会出的部分。', '元', 'sum', 'rows', '{aid.money.charity}', 100, '各地关工委工作报告：发放资金'),
  ('aid.money.enterprise', 848, '帮扶金额（企业）', '本期给予的资金中由企业出的部分。', '元', 'sum', 'rows', '{aid.money.enterprise}', 100, '各地关工委工作报告：发放资金'),
  ('aid.money.person', 849, '帮扶金额（个人）', '本期给予的资金中由个人出的部分。', '元', 'sum', 'rows', '{aid.money.person}', 100, '各地关工委工作报告：发放资金'),
  ('aid.money.department', 850, '帮扶金额（部门）', '本期给予的资金中由政府部门和群团组织出的部分。', '元', 'sum', 'rows', '{aid.money.department}', 100, '各地关工委工作报告：发放资金'),
  ('aid.goods', 851, '物资折价', '本期给予的物资按登记时的折价合计。', '元', 'sum', 'rows', '{aid.goods}', 100, '各地关工委工作报告：物资折价')
) as listed (code, sort_order, name, definition, counted_in, kind, counting, measures, scale, word_source);

insert into figures.indicators (code, version, valid_from, group_name, sort_order, name, definition, counted_in, kind, timing, measures, numerator_code, denominator_code,
  scale, source, word_source) values
('wishes.published', 1, '2000-01-01', '帮扶', 855, '心愿发布数', '本期发布的微心愿，每个心愿算一个；后来收回的仍算。', '个', 'count', 'flow', '{wish.published}', null, null, 1,
  '微心愿登记', '各地关工委工作报告：微心愿'),
('wishes.fulfilled', 1, '2000-01-01', '帮扶', 856, '心愿实现数', '本期实现的微心愿，以实物或服务交到孩子手上为准。', '个', 'count', 'flow', '{wish.fulfilled}', null, null, 1,
  '微心愿登记', '各地关工委工作报告：微心愿'),
('wishes.fulfilled-rate', 1, '2000-01-01', '帮扶', 857, '心愿实现率', '本期实现的微心愿占本期发布的百分比。', '%', 'ratio', 'flow', '{}', 'wishes.fulfilled', 'wishes.published', 100,
  '微心愿登记', '各地关工委工作报告：微心愿');
