-- Offices and care workers refer and answer; going on without consent is decided by the officer answerable for minors' data; leaders read masked rows.
insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'referral.read'), ('care-worker', 'referral.read'), ('guardian-officer', 'referral.read'), ('leader', 'referral.read'),
  ('office', 'referral.send'), ('care-worker', 'referral.send'), ('office', 'referral.answer'), ('care-worker', 'referral.answer'),
  ('guardian-officer', 'referral.approve'), ('office', 'outside-body.manage')
) as given (role_code, permission);

insert into figures.indicators (code, version, valid_from, group_name, sort_order, name, definition, counted_in, kind, timing, measures, numerator_code, denominator_code,
  scale, source, word_source)
select code, 1, date '2000-01-01', '帮扶', sort_order, name, definition, '件', 'count', 'flow', array[measure], null, null, 1, '转介登记', '各地关工委工作报告：转介帮扶'
from (values
  ('referrals.sent', 822, '转介件数', '本期发出的转介件数，含转往本平台单位和外部机构的。', 'referral.sent'),
  ('referrals.accepted', 823, '转介接收件数', '本期被接收的转介件数，按发出单位统计。', 'referral.accepted'),
  ('referrals.done', 824, '转介办结件数', '本期办结的转介件数，按发出单位统计。', 'referral.done')
) as listed (code, sort_order, name, definition, measure);
