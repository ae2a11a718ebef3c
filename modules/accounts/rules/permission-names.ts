/** Permissions that belong together, for the page that says who may do what: code → what it lets one do. */
export type PermissionGroup = { name: string; permissions: Readonly<Record<string, string>> }

/** All permissions in words, in the order of the menu. */
export const permissionGroups: readonly PermissionGroup[] = [
  {
    name: '组织和人员', permissions: {
      'unit.read': '查看组织', 'unit.manage': '设立、变更、撤销单位', 'post.read': '查看班子与制度', 'post.manage': '登记班子、任期与制度', 'account.read': '查看人员与账号',
      'account.manage': '开设、停用、注销账号', 'grant.manage': '授权与收回授权', 'password.give': '为本单位人员重置密码', 'right.delegate': '把自己的权限临时委托同事',
      'phone.enrol': '登记自己的手机', 'phone.manage': '处理手机来件、停用手机', 'audit.read': '查看审计记录', 'system.run': '维护系统运行', 'notice.read': '收发消息和待办',
    },
  },
  {
    name: '五老队伍', permissions: {
      'volunteer.read': '查看五老', 'volunteer.read-phone': '查看五老电话', 'volunteer.manage': '登记、更正五老', 'volunteer.import': '导入五老',
      'volunteer.export': '导出五老名册',
    },
  },
  {
    name: '儿童档案', permissions: {
      'child.read': '查看关爱对象（隐去姓名）', 'child.register': '登记儿童', 'child.correct': '更正儿童档案', 'child.facts': '登记儿童情况', 'child.open': '打开儿童完整档案（须经批准并留痕）',
      'child.transfer': '申请和答复儿童转接', 'child.close': '结束关爱', 'child.erase': '删除儿童信息', 'child.merge': '合并和拆分重复的档案', 'access.request': '申请查阅儿童完整档案',
      'access.decide': '审批查阅儿童完整档案', 'rights.record': '登记和查看儿童信息权利请求', 'rights.decide': '决定和答复儿童信息权利请求', 'unusual-access.read': '查看异常访问',
      'unusual-access.decide': '判断异常访问', 'incident.read': '查看信息安全事件', 'incident.record': '登记信息安全事件', 'incident.close': '办结信息安全事件',
      'retention.read': '查看保存期限', 'erasure.read': '查看删除证明', 'compliance.read': '查看合规报告', 'compliance.settle': '合规报告定稿', 'holiday-year.record': '录入放假安排',
    },
  },
  {
    name: '关爱帮扶', permissions: {
      'case.read': '查看个案', 'case.read-own': '查看自己结对的个案', 'case.open': '立案', 'case.close': '结案', 'risk.assess': '风险评估', 'risk.approve': '审批风险颜色调整',
      'plan.write': '拟订、提交、回访方案', 'plan.approve': '审批方案', 'pairing.manage': '结对与解除', 'note.hand-over': '决定接手人能否看以前的记录', 'note.read': '查看走访内容',
      'matching.propose': '结对推荐', 'visit.record': '记录走访', 'visit.comment': '给走访留言', 'visit.correct': '更正自己的走访', 'visit.correct-any': '更正或作废他人的走访',
    },
  },
  {
    name: '需求、帮扶和微心愿', permissions: {
      'aid.read': '查看需求和帮扶', 'aid.read-own': '查看自己结对孩子的需求和帮扶', 'aid.open': '打开需求和帮扶内容', 'aid.give': '登记帮扶', 'aid.void': '作废帮扶', 'need.raise': '提出需求',
      'need.approve': '审批需求', 'wish.write': '写微心愿', 'wish.approve': '审核微心愿', 'wish.claim': '登记认领',
    },
  },
  {
    name: '转介', permissions: {
      'referral.read': '查看转介', 'referral.send': '发出转介', 'referral.answer': '答复转介', 'referral.approve': '审批无同意转介', 'outside-body.manage': '维护外部机构名录',
    },
  },
  {
    name: '强制报告', permissions: {
      'safeguarding.file': '提交强制报告', 'safeguarding.read': '被指定时查看强制报告', 'safeguarding.receive': '接收强制报告', 'safeguarding.designate': '指定保护人员',
      'safeguarding.count': '查看强制报告件数',
    },
  },
  {
    name: '统计和报告', permissions: {
      'figure.read': '查看统计', 'month.close': '关账', 'report.write': '编写报告', 'report.approve': '核定报告',
    },
  },
  {
    name: '账簿', permissions: {
      'ledger.read': '查看账簿', 'ledger.read-granted': '查看向自己开放的账套', 'book.manage': '设置账套、科目和资金', 'book.grant': '向外部审计开放账套', 'bank.import': '导入银行流水',
      'bank.match': '银行对账', 'cash-day.count': '登记现金盘点', 'cash-day.confirm': '确认现金盘点', 'voucher.make': '填制、冲销凭证', 'voucher.attach': '上传凭证附件',
      'voucher.review': '审核凭证', 'voucher.post': '记账', 'book-period.close': '开账、结账', 'book-period.reopen': '重开已结账月份', 'commitment.reserve': '预留、解除限定资金',
    },
  },
  {
    name: '捐赠和募捐', permissions: {
      'donor.read': '查看捐赠人（个人隐去姓名）', 'donor.read-own': '查看自己的捐赠', 'donor.act-own': '自己在线捐赠、认领微心愿', 'donor.open': '打开捐赠人姓名和联系方式',
      'donor.write': '登记、更正捐赠人', 'gift.read': '查看捐赠和去向', 'gift.write': '登记捐赠、票据和受益情况', 'gift.confirm': '确认捐赠到账、更正、退赠', 'fund.publish': '公布资金',
      'giving.set': '设置转账账户', 'campaign.publish': '登记募捐备案、公布募捐进展和总结',
    },
  },
  {
    name: '公益项目和资助', permissions: {
      'project.read': '查看公益项目', 'project.propose': '提出立项申请', 'project.review': '评审项目', 'project.approve': '批准立项', 'project.run': '办理项目实施和结项',
      'project.accept': '验收、评价项目', 'beneficiary.enter': '登记项目受益人', 'award.read': '查看资助', 'award.apply': '申请资助、登记签收和回访', 'award.open': '打开资助收款人和账号',
      'award.list': '编制资助批次', 'award.approve': '审批资助批次', 'award.pay': '生成付款文件', 'award.settle': '导入银行结果', 'objection.record': '登记公示异议',
      'objection.answer': '答复公示异议',
    },
  },
  {
    name: '法定义务', permissions: {
      'duty.read': '查看法定义务', 'ratio.explain': '说明法定比例、登记单位性质', 'disclosure.prepare': '拟订信息公开', 'disclosure.approve': '审批信息公开',
      'disclosure.publish': '登记信息公开的时间和渠道', 'board.write': '登记理事会和关联方', 'board.open': '打开理事和关联自然人的电话、身份证号',
    },
  },
]

/** A permission in words. */
export type NamedPermission = { code: string; name: string; group: string }

/** Permissions in words, those of one group beside each other. One without words shows its code, in a group of its own. */
export function namePermissions(codes: readonly string[]): NamedPermission[] {
  const held = new Set(codes)
  const named = permissionGroups.flatMap(({ name: group, permissions }) =>
    Object.entries(permissions).flatMap(([code, name]) => (held.delete(code) ? [{ code, name, group }] : [])))
  return [...named, ...[...held].map((code) => ({ code, name: code, group: '其他' }))]
}
