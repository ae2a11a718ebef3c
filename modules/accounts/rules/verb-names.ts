/** What an audit entry says happened, in words. A verb without words shows itself. */
export const verbNames: Readonly<Record<string, string>> = {
  'session.opened': '登录', 'session.ended': '退出登录', 'session.all-ended': '退出所有设备', 'session.unit-switched': '切换单位',
  'password.changed': '修改密码', 'password.given': '重置他人密码', 'account.created': '开设账号', 'account.imported': '导入账号',
  'account.withdrawn': '撤回导入的账号', 'account.updated': '更正账号', 'account.suspended': '停用账号', 'account.resumed': '恢复账号',
  'account.closed': '注销账号', 'grant.given': '授权', 'grant.revoked': '收回授权', 'right.delegated': '委托权限', 'delegation.ended': '收回委托',
  'administrator.activated': '激活管理员', 'administrator.replaced': '更换管理员', 'city.created': '建立城市', 'demo.loaded': '载入演示数据',
  'unit.created': '设立单位', 'unit.updated': '更正单位', 'unit.established': '登记组建', 'unit.disestablished': '改为未建',
  'unit.renamed': '单位更名', 'unit.moved': '移动单位', 'unit.merged': '合并单位', 'unit.received': '接收并入', 'unit.split': '拆分单位',
  'unit.closed': '撤销单位', 'unit.reopened': '恢复单位', 'relocation.continued': '继续转移记录', 'leadership-team.ended': '班子终止',
  'post.created': '设置职务', 'post.closed': '撤销职务', 'term.begun': '任职', 'term.ended': '卸任', 'standing-rule.created': '登记制度',
  'standing-rule.ended': '废止制度', 'export.made': '导出', 'child.registered': '登记儿童', 'child.corrected': '更正儿童档案',
  'child.read': '查阅儿童档案', 'child.looked-up': '查找儿童', 'child.closed': '结束关爱', 'child.erased': '删除儿童信息',
  'child.recognised': '登记民政认定', 'children.exported': '导出儿童名单', 'child-file.opened': '打开完整档案', 'child-fact.recorded': '登记事实',
  'child-fact.ended': '结束事实', 'child-fact.voided': '作废事实', 'child-types.derived': '推算对象类型', 'consent.recorded': '登记知情同意',
  'consent.withdrawn': '撤回知情同意', 'access.requested': '申请查阅', 'access.decided': '审批查阅', 'access.granted': '授予查阅',
  'access.ended': '终止查阅', 'emergency-access.opened': '紧急查阅', 'child-case.opened': '立案', 'child-case.read': '查阅个案',
  'child-case.closed': '结案', 'child-case.reopened': '重新立案', 'risk.assessed': '风险评估', 'override.approved': '同意颜色调整', 'override.rejected': '不同意颜色调整', 'pairing.made': '结对',
  'pairing.ended': '解除结对', 'visit.planned': '安排走访', 'visits.planned': '安排走访', 'visit.recorded': '记录走访', 'visit.read': '查阅走访',
  'visit.corrected': '更正走访', 'visit.voided': '作废走访', 'planned-visit.dropped': '取消安排的走访', 'volunteer.registered': '登记五老',
  'volunteer.imported': '导入五老', 'volunteer.corrected': '更正五老', 'volunteer.moved': '五老调动', 'volunteer.merged': '合并五老记录',
  'volunteer.withdrawn': '撤回五老记录', 'volunteer.id-number-read': '查看五老身份证号', 'volunteers.exported': '导出五老名册',
  'clearance.recorded': '登记准入查询', 'insurance.recorded': '登记保险', 'duplicate.dismissed': '排除疑似重复', 'import.uploaded': '上传导入文件',
  'import.checked': '核对导入', 'import.commit-requested': '提交导入', 'import.committed': '完成导入', 'import.undone': '撤销导入',
  'rights-request.recorded': '登记权利请求', 'rights-request.read': '查阅权利请求', 'rights-request.decided': '决定权利请求',
  'rights-reply.sent': '送达权利请求答复', 'rights-reply.exported': '制作权利请求答复', 'child-copy.exported': '制作儿童信息副本',
  'notice.read': '已读消息', 'notices.read': '全部已读', 'task.finished': '完成待办', 'month.closed': '关账', 'month.reopened': '重新开账',
  'report.saved': '保存报告', 'report.approved': '核定报告',
}

/** The words of a verb. */
export const verbText = (verb: string): string => verbNames[verb] ?? verb
