/** Permissions in words, for the page that says who may do what. A permission without words shows its code. */
export const permissionNames: Readonly<Record<string, string>> = {
  'unit.read': '查看组织', 'unit.manage': '设立、变更、撤销单位', 'post.read': '查看班子与制度', 'post.manage': '登记班子、任期与制度',
  'account.read': '查看人员与账号', 'account.manage': '开设、停用、注销账号', 'grant.manage': '授权与收回授权', 'password.give': '为本单位人员重置密码',
  'right.delegate': '把自己的权限临时委托同事', 'audit.read': '查看审计记录', 'system.run': '维护系统运行',
  'notice.read': '收发消息和待办', 'access.request': '申请查阅儿童完整档案', 'access.decide': '审批查阅儿童完整档案', 'rights.record': '登记和查看儿童信息权利请求',
  'rights.decide': '决定和答复儿童信息权利请求', 'unusual-access.read': '查看异常访问', 'unusual-access.decide': '判断异常访问',
  'incident.read': '查看信息安全事件', 'incident.record': '登记信息安全事件', 'incident.close': '办结信息安全事件', 'child.read': '查看关爱对象（隐去姓名）',
  'child.register': '登记儿童', 'child.correct': '更正儿童档案', 'child.facts': '登记儿童情况', 'child.open': '打开儿童完整档案（须经批准并留痕）',
  'child.transfer': '申请和答复儿童转接', 'child.close': '结束关爱', 'child.erase': '删除儿童信息', 'case.read': '查看个案', 'case.read-own': '查看自己结对的个案', 'case.open': '立案',
  'case.close': '结案', 'risk.assess': '风险评估', 'risk.approve': '审批风险颜色调整',
  'plan.write': '拟订、提交、回访方案', 'plan.approve': '审批方案', 'pairing.manage': '结对与解除', 'note.hand-over': '决定接手人能否看以前的记录', 'matching.propose': '结对推荐', 'visit.record': '记录走访', 'visit.correct': '更正自己的走访',
  'visit.correct-any': '更正或作废他人的走访', 'note.read': '查看走访内容', 'figure.read': '查看统计', 'month.close': '关账', 'report.write': '编写报告',
  'report.approve': '核定报告', 'volunteer.read': '查看五老', 'volunteer.read-phone': '查看五老电话', 'volunteer.manage': '登记、更正五老',
  'referral.read': '查看转介', 'referral.send': '发出转介', 'referral.answer': '答复转介', 'referral.approve': '审批无同意转介', 'outside-body.manage': '维护外部机构名录',
  'safeguarding.file': '提交强制报告', 'safeguarding.read': '被指定时查看强制报告', 'safeguarding.receive': '接收强制报告',
  'safeguarding.designate': '指定保护人员', 'safeguarding.count': '查看强制报告件数',
  'volunteer.import': '导入五老', 'volunteer.export': '导出五老名册',
}
