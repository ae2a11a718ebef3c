set local citus.multi_shard_modify_mode = 'sequential';

-- What is due is told of every level and kind of which 已建 is told, so that each number of the table of 组建率 opens its records.
insert into figures.indicators (code, version, valid_from, group_name, sort_order, name, definition, counted_in, kind, counting, timing, measures, numerator_code, denominator_code,
  scale, source, word_source) values
('units.due.city', 1, '2000-01-01', '组织', 35, '应建市级关工委数', '期末应当建立关工委的市级单位数。', '个', 'count', 'rows', 'stock',
  '{unit.due.city}', null, null, 1, '组织机构登记', '各地关工委工作报告：分级组织数'),
('units.due.enterprise', 1, '2000-01-01', '组织', 125, '应建企业关工委数', '期末应当建立关工委的企业数。', '个', 'count', 'rows', 'stock',
  '{unit.due.enterprise}', null, null, 1, '组织机构登记', '各地关工委工作报告：分级组织数'),
('units.due.agency', 1, '2000-01-01', '组织', 135, '应建机关关工委数', '期末应当建立关工委的机关数。', '个', 'count', 'rows', 'stock',
  '{unit.due.agency}', null, null, 1, '组织机构登记', '各地关工委工作报告：分级组织数'),
('units.due.other', 1, '2000-01-01', '组织', 145, '应建其他关工委数', '期末应当建立关工委的其他单位数。', '个', 'count', 'rows', 'stock',
  '{unit.due.other}', null, null, 1, '组织机构登记', '各地关工委工作报告：分级组织数');
