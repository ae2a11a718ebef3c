set local citus.multi_shard_modify_mode = 'sequential';

-- Seats are counted apart from their holders, so that the share that is filled can be told.
insert into figures.indicators (code, version, valid_from, group_name, sort_order, name, definition, counted_in, kind, timing, measures, numerator_code, denominator_code,
  scale, source, word_source) values
('posts.seats.executive-director', 1, '2000-01-01', '组织', 274, '应配执行主任', '期末设置的执行主任职务数，含空缺的。', '个', 'count', 'stock',
  '{post.seat.executive-director}', null, null, 1, '职务设置登记', '各地关工委工作报告：执行主任配备'),
('posts.held-rate.executive-director', 1, '2000-01-01', '组织', 275, '执行主任配备率', '在任执行主任占应配执行主任的百分比。', '%', 'ratio', 'stock',
  '{}', 'posts.held.executive-director', 'posts.seats.executive-director', 100, '职务设置与任职登记', '各地关工委考核细则：执行主任配置率'),
('posts.seats.standing-deputy-director', 1, '2000-01-01', '组织', 276, '应配常务副主任', '期末设置的常务副主任职务数，含空缺的。', '个', 'count', 'stock',
  '{post.seat.standing-deputy-director}', null, null, 1, '职务设置登记', '各地关工委工作报告：常务副主任配备'),
('posts.held-rate.standing-deputy-director', 1, '2000-01-01', '组织', 277, '常务副主任配备率', '在任常务副主任占应配常务副主任的百分比。', '%', 'ratio', 'stock',
  '{}', 'posts.held.standing-deputy-director', 'posts.seats.standing-deputy-director', 100, '职务设置与任职登记', '各地关工委考核细则：执行主任配置率');
