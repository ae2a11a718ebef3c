set local citus.multi_shard_modify_mode = 'sequential';

-- Nothing has recorded these measures yet: no presence has to be built anew.
insert into figures.indicators (code, version, valid_from, group_name, sort_order, name, definition, counted_in, kind, counting, timing, measures, numerator_code,
  denominator_code, scale, source, word_source)
select code, 1, date '2000-01-01', '资金', sort_order, name, definition, counted_in, 'count', 'rows', timing, measures, null, null, 1, '项目登记', word_source
from (values
  ('projects.running', 892, '项目数', '期末实施中的公益项目（已批准、还没有结项）。', '个', 'stock', '{project.running}'::text[], '各地关工委工作报告：实施项目'),
  ('projects.begun', 893, '立项数', '本期批准立项的公益项目。', '个', 'flow', '{project.begun}', '各地关工委工作报告：实施项目'),
  ('projects.closed', 894, '结项数', '本期结项的公益项目。', '个', 'flow', '{project.closed}', '慈善法第七十九条：项目实施情况')
) as listed (code, sort_order, name, definition, counted_in, timing, measures, word_source);
