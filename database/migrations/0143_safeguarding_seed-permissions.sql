-- Everybody who works may report. Officers receive; office and care workers read only what they are named for; leaders see counts.
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'safeguarding.file'), ('care-worker', 'safeguarding.file'), ('volunteer', 'safeguarding.file'), ('guardian-officer', 'safeguarding.file'),
  ('leader', 'safeguarding.file'),
  ('guardian-officer', 'safeguarding.read'), ('office', 'safeguarding.read'), ('care-worker', 'safeguarding.read'),
  ('guardian-officer', 'safeguarding.receive'), ('guardian-officer', 'safeguarding.designate'),
  ('guardian-officer', 'safeguarding.count'), ('office', 'safeguarding.count'), ('leader', 'safeguarding.count')
) as given (role_code, permission);

insert into figures.indicators (code, version, valid_from, group_name, sort_order, name, definition, counted_in, kind, timing, measures, numerator_code, denominator_code,
  scale, source, word_source)
select code, 1, date '2000-01-01', '关爱对象', sort_order, name, definition, '件', 'count', 'flow', array[measure], null, null, 1, '强制报告登记',
  '未成年人保护法第十一条；九部门意见第四条'
from (values
  ('safeguarding.reports', 640, '强制报告数', '本期提交的强制报告件数；误报的不计，不显示是哪个孩子、谁报告。', 'mandatory-report.filed'),
  ('safeguarding.private-parts-injured', 641, '强制报告：隐私部位损伤', '本期强制报告中属于第一种情形的件数。', 'mandatory-report.private-parts-injured'),
  ('safeguarding.girl-under-14-abused', 642, '强制报告：不满14岁女孩受侵害', '本期强制报告中属于第二种情形的件数。', 'mandatory-report.girl-under-14-abused'),
  ('safeguarding.girl-over-14-abused', 643, '强制报告：14岁以上女孩受侵害', '本期强制报告中属于第三种情形的件数。', 'mandatory-report.girl-over-14-abused'),
  ('safeguarding.many-injuries', 644, '强制报告：多处损伤、营养不良', '本期强制报告中属于第四种情形的件数。', 'mandatory-report.many-injuries'),
  ('safeguarding.unnatural-harm', 645, '强制报告：自杀、自残、中毒等', '本期强制报告中属于第五种情形的件数。', 'mandatory-report.unnatural-harm'),
  ('safeguarding.abandoned', 646, '强制报告：被遗弃或无人照料', '本期强制报告中属于第六种情形的件数。', 'mandatory-report.abandoned'),
  ('safeguarding.missing-or-trafficked', 647, '强制报告：来源不明、失踪、被拐卖', '本期强制报告中属于第七种情形的件数。', 'mandatory-report.missing-or-trafficked'),
  ('safeguarding.made-to-beg', 648, '强制报告：被组织乞讨', '本期强制报告中属于第八种情形的件数。', 'mandatory-report.made-to-beg'),
  ('safeguarding.other-grave-harm', 649, '强制报告：其他严重侵害', '本期强制报告中属于第九种情形的件数。', 'mandatory-report.other-grave-harm')
) as listed (code, sort_order, name, definition, measure);
