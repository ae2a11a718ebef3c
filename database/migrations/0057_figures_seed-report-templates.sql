set local citus.multi_shard_modify_mode = 'sequential';

-- The first templates: the look-back of a leader's speech, adapted to what is counted, and the whole yearly summary.
insert into figures.report_templates (code, version, valid_from, name, title, body, source) values
('summary', 1, '2000-01-01', '年度工作总结', '{{unit}}{{year}}年工作总结',
  '{{year}}年，{{unit}}在党委、政府领导和上级关工委指导下，围绕立德树人、助弱帮困、固本强基三大主责，依靠五老队伍，扎实做好关心下一代各项工作。现将有关情况总结如下。' || chr(10) ||
  '# 组织建设' || chr(10) ||
  '截至{{year}}年末，{{place}}应建关工委{{units.due}}个，已建{{units.founded}}个，组建率{{units.founded-rate}}%。其中，乡镇（街道）应建{{units.due.town}}个、已建{{units.founded.town}}个；村（社区）应建{{units.due.village}}个、已建{{units.founded.village}}个；学校应建{{units.due.school}}个、已建{{units.founded.school}}个。' || chr(10) ||
  '班子成员共{{posts.holders}}人，其中在任主任{{posts.held.director}}名、执行主任{{posts.held.executive-director}}名、常务副主任{{posts.held.standing-deputy-director}}名，空缺职务{{posts.vacant}}个；专职人员{{staff.full-time}}人，兼职人员{{staff.part-time}}人。' || chr(10) ||
  '# 五老队伍' || chr(10) ||
  '在册五老{{volunteers.active}}人，其中老干部{{volunteers.veteran-cadre}}人、老战士{{volunteers.veteran-soldier}}人、老专家{{volunteers.veteran-expert}}人、老教师{{volunteers.veteran-teacher}}人、老模范{{volunteers.model-worker}}人（一人可有几种身份）。全年新加入{{volunteers.joined}}人，退出{{volunteers.left}}人。' || chr(10) ||
  '背景核查有效{{volunteers.cleared}}人，核查率{{volunteers.cleared-rate}}%；已投保{{volunteers.insured}}人，投保率{{volunteers.insured-rate}}%。全年有{{volunteers.serving}}人参与服务，参与率{{volunteers.serving-rate}}%，服务{{service.times}}人次，累计{{service.minutes|小时}}。' || chr(10) ||
  '# 关爱对象' || chr(10) ||
  '在册关爱对象{{children.registered}}人，全年新增{{children.added}}人。按平台推算，困境儿童{{children.type.hardship}}人、农村留守儿童{{children.type.left-behind}}人、事实无人抚养儿童{{children.type.de-facto-unsupported}}人；按民政认定，困境儿童{{children.civil.hardship}}人、农村留守儿童{{children.civil.left-behind}}人、事实无人抚养儿童{{children.civil.de-facto-unsupported}}人。已签服务同意书{{children.consented}}人，签订率{{children.consented-rate}}%。' || chr(10) ||
  '# 帮扶工作' || chr(10) ||
  '## 个案与结对' || chr(10) ||
  '年末在帮个案{{cases.open}}件，其中红色{{cases.risk.red}}件、黄色{{cases.risk.yellow}}件、蓝色{{cases.risk.blue}}件、绿色{{cases.risk.green}}件。全年新立{{cases.opened}}件，结案{{cases.closed}}件，重新立案{{cases.reopened}}件。结对{{pairings.active}}对，{{pairings.volunteers}}名五老结对{{pairings.children}}名孩子，全年新增结对{{pairings.made}}对。' || chr(10) ||
  '## 走访' || chr(10) ||
  '全年走访{{visits.made|万人次}}，走访关爱对象{{visits.children}}人，走访覆盖率{{visits.coverage}}%；其中入户{{visits.medium.home}}人次、电话{{visits.medium.phone}}人次、到校{{visits.medium.school}}人次、视频{{visits.medium.video}}人次、外出活动{{visits.medium.outing}}人次。未见到人{{visits.attempted}}次，见面率{{visits.made-rate}}%。' || chr(10) ||
  '# 存在的问题' || chr(10) ||
  '一是组织覆盖还有空白，仍有空缺职务{{posts.vacant}}个；二是平台推算与民政认定不一致的关爱对象有{{children.differing}}人，需要会同民政部门逐一核对；三是高风险个案仍有{{cases.risk.red}}件，需要持续跟进。' || chr(10) ||
  '# 下一步打算' || chr(10) ||
  '{{nextYear}}年，继续围绕三大主责，补齐组织空白，充实五老队伍，逐案跟进高风险个案，会同民政部门核对名单，推动关心下一代工作取得新的成效。',
  '各地关工委年度工作总结的通行结构'),
('speech', 1, '2000-01-01', '领导讲话回顾段', '在{{place}}关心下一代工作会议上的讲话（{{year}}年工作回顾）',
  '{{year}}年，在党委、政府坚强领导和上级关工委有力指导下，{{place}}各级关工委胸怀“两个大局”、心系“国之大者”，坚持立德树人、铸魂育人，弘扬五老精神、发挥五老优势，为助力青少年健康成长做了许多卓有成效的工作，使关心下一代工作充满生机活力，得到高质量发展。' || chr(10) ||
  '全年走访关爱对象{{visits.made|万人次|余}}，为{{visits.children|余}}名困境儿童和青少年给予倾心倾情帮扶；新立帮扶个案{{cases.opened}}件，{{pairings.volunteers|余}}名五老与{{pairings.children|余}}名孩子结成对子，{{volunteers.serving|余}}名五老参与服务，累计服务{{service.minutes|小时|余}}。' || chr(10) ||
  '关工委组织覆盖、班子建设、工作机制更加规范高效：应建关工委{{units.due}}个，已建{{units.founded}}个，组建率{{units.founded-rate}}%；在册五老{{volunteers.active|余}}人，当年新加入{{volunteers.joined}}人；班子成员{{posts.holders}}人，其中在任常务副主任{{posts.held.standing-deputy-director}}名。' || chr(10) ||
  '在此，向为关心下一代工作辛勤付出、默默奉献的老领导、老同志、各级关工委战线干部职工以及社会各界人士，表示衷心的感谢并致以崇高的敬意！',
  '组织部部长在全市关心下一代工作会议上的讲话（回顾部分）');
