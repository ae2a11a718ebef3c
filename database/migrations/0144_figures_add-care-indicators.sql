set local citus.multi_shard_modify_mode = 'sequential';

-- What a visit was for, why nobody was met, and requests about a child's data. Subjects are counted for measures that no fact carries yet,
-- so nothing has to be folded anew.
insert into figures.indicators (code, version, valid_from, group_name, sort_order, name, definition, counted_in, kind, counting, timing, measures, scale, source, word_source)
select code, 1, date '2000-01-01', group_name, sort_order, name, definition, counted_in, 'count', counting, 'flow', array[measure], 1, source, word_source
from (values
  ('visits.festive', '走访', 922, '节日慰问人次', '本期以节日慰问为目的、见到孩子的走访，同一关爱对象慰问几次计几次。', '人次', 'rows', 'visit.purpose.festive',
    '走访记录', '各地关工委工作报告：走访慰问人次：宁波 1.7 万人次'),
  ('visits.festive.children', '走访', 923, '节日慰问儿童人数', '本期节日慰问过的关爱对象，一人只计一次。', '人', 'subjects', 'visit.purpose.festive',
    '走访记录', '各地关工委工作报告：走访慰问'),
  ('visits.family-guidance', '帮扶', 930, '家庭教育指导人次', '本期以家庭教育指导为目的、见到孩子或家人的走访人次。', '人次', 'rows', 'visit.purpose.family-guidance',
    '走访记录', '家庭教育促进法第九条；各地关工委工作报告：家庭教育指导'),
  ('visits.counselling', '帮扶', 931, '心理疏导人次', '本期以心理疏导（咨询）为目的、见到孩子的走访人次。', '人次', 'rows', 'visit.purpose.counselling',
    '走访记录', '各地关工委工作报告：心理咨询：宁波 400 场'),
  ('visits.rehabilitation', '帮扶', 932, '帮教人次', '本期以帮教为目的、见到孩子的走访人次。', '人次', 'rows', 'visit.purpose.rehabilitation',
    '走访记录', '各地关工委工作报告：帮教'),
  ('visits.rehabilitation.children', '帮扶', 933, '帮教对象人数', '本期接受过帮教的关爱对象，一人只计一次。', '人', 'subjects', 'visit.purpose.rehabilitation',
    '走访记录', '各地关工委工作报告：宁波 2127 名；新余 2477 名'),
  ('visits.legal-aid', '帮扶', 934, '法律援助人次', '本期以法律援助为目的、见到孩子或家人的走访人次。', '人次', 'rows', 'visit.purpose.legal-aid',
    '走访记录', '各地关工委工作报告：维权案例'),
  ('visits.tutoring', '帮扶', 935, '学业辅导人次', '本期以学业辅导为目的、见到孩子的走访人次。', '人次', 'rows', 'visit.purpose.tutoring',
    '走访记录', '各地关工委工作报告：助学'),
  ('visits.attempted.family-absent', '走访', 961, '家中无人的走访', '本期未见到人的走访中，原因为家中无人的次数。', '次', 'rows', 'visit.attempted.family-absent',
    '走访记录', '走访工作：见到人与未见到人分开统计'),
  ('visits.attempted.moved', '走访', 962, '已搬走的走访', '本期未见到人的走访中，原因为已搬走的次数。', '次', 'rows', 'visit.attempted.moved',
    '走访记录', '走访工作：见到人与未见到人分开统计'),
  ('rights-requests.received', '关爱对象', 770, '信息权利申请数', '本期收到的儿童、监护人查阅、复制、更正、删除个人信息的申请件数。', '件', 'rows', 'rights-request.received',
    '信息权利申请登记', '未成年人网络保护条例第三十四条')
) as listed (code, group_name, sort_order, name, definition, counted_in, counting, measure, source, word_source);
