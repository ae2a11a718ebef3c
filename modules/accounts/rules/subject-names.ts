/** What an audit entry is about, in words. A kind without words shows itself. */
const subjectNames: Readonly<Record<string, string>> = {
  account: '账号', agreement: '捐赠协议', 'aid-act': '帮扶行动', assessment: '风险评估', award: '资助', 'award-batch': '资助批次', beneficiary: '受益人',
  'board-member': '理事', book: '账套', campaign: '公开募捐', case: '帮扶个案', 'channel-bill': '渠道对账单', child: '关爱对象', 'child-case': '帮扶个案',
  'child-duplicate': '疑似重复的孩子', 'child-transfer': '儿童转接', city: '城市', closing: '关账', commitment: '支付承诺', 'compliance-report': '合规报告',
  device: '手机', disclosure: '信息公开', donor: '捐赠人', duplicate: '疑似重复的五老', export: '导出', fund: '资金', gift: '捐赠', 'holiday-year': '节假日',
  import: '导入', incident: '信息安全事件', installation: '系统', journal: '分录', 'ledger-account': '会计科目', 'ledger-archive': '会计档案', letter: '手机来件',
  'mandatory-report': '强制报告', 'matching-proposal': '结对推荐', 'matching-round': '结对推荐', meeting: '会议', need: '帮扶需求',
  'no-go-pair': '不宜结对', notice: '消息', occasion: '信息公开事由', 'outside-body': '外部机构', pairing: '结对', plan: '帮扶方案', 'planned-visit': '走访安排',
  post: '领导职务', project: '公益项目', qualification: '募捐资格', referral: '转介', 'related-party': '关联方', relocation: '转移记录', report: '年度报告',
  resolution: '决议', 'rights-request': '权利请求', role: '角色', 'sealing-key': '封存密钥', setting: '设置', 'standing-rule': '制度', unit: '单位',
  'unusual-access': '异常访问', visit: '走访', 'visit-route': '走访路线', 'visit-series': '走访安排', volunteer: '五老', voucher: '记账凭证', wish: '微心愿',
}

/** The Chinese word for a kind of subject. */
export const subjectText = (kind: string): string => subjectNames[kind] ?? kind
