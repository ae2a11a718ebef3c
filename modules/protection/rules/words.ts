/** How what is asked reads. */
export const rightsKindNames = { see: '查阅', copy: '复制', correct: '更正', delete: '删除' } as const
/** How who asks reads. */
export const askerNames = { child: '孩子本人', guardian: '监护人', agent: '代办人' } as const
/** How the proof of a relation reads. */
export const proofNames = {
  'household-register': '户口簿', 'identity-card': '身份证件', court: '司法文书', entrustment: '委托书及身份证件', known: '工作人员当面认识',
} as const
/** How far a request has come, in words. */
export const rightsStateNames = { open: '待决定', decided: '待送达', sent: '已答复' } as const
/** Outcomes in words. */
export const resultNames = { granted: '同意', refused: '不予办理' } as const
/** Reasons of a refusal, as the answer writes them. */
export const refusalReasonNames = {
  'not-proved': '未能证明与儿童的监护关系', 'harms-others': '提供会损害他人合法权益', 'must-be-kept': '法律、法规规定的保存期限未满',
  'not-kept': '没有保存所请求的信息', repeated: '同一请求此前已经答复，没有新的情况',
} as const
/** How an answer is handed over, in words. */
export const sendingNames = { 'in-person': '当面送达', post: '邮寄', school: '经学校转交' } as const
/** How relations of guardians read. */
export const relationNames: Readonly<Record<string, string>> = {
  father: '父亲', mother: '母亲', grandfather: '祖父', grandmother: '祖母', 'maternal-grandfather': '外祖父', 'maternal-grandmother': '外祖母',
  sibling: '兄弟姐妹', kin: '其他亲属', foster: '寄养家庭', institution: '福利机构', other: '其他',
}
/** What makes reading unusual, in words. */
export const accessRuleNames = {
  'many-files': '一天内打开档案过多', 'many-cards': '一天内查看卡片过多', 'many-towns': '一天内跨多个乡镇打开档案', night: '夜间打开档案',
  'other-town': '打开本单位以外孩子的档案', emergency: '紧急查阅', 'after-end': '结案后仍打开档案',
} as const
/** What the count of a rule means. */
export const accessRuleUnits = {
  'many-files': '份档案', 'many-cards': '张卡片', 'many-towns': '个乡镇', night: '次', 'other-town': '次', emergency: '次', 'after-end': '次',
} as const
/** How far the judgement of an unusual access has come. */
export const unusualStateNames = { open: '待核实', justified: '情况属实、正当', unjustified: '不正当，已立事件' } as const
/** Kinds of incident in words. */
export const incidentKindNames = { leak: '泄露', loss: '丢失', tampering: '篡改', misuse: '违规查阅或使用' } as const
/** What is missing before an incident can be closed, in words. */
export const obstacleNames = { measures: '写明处置措施', authority: '登记向主管部门的报告', guardians: '登记对监护人的告知或不需告知的理由' } as const
/** Fields of a file in words. */
export const fieldNames = {
  name: '姓名', idNumber: '证件号码', birthOn: '出生日期', phone: '联系电话', address: '住址', school: '学校', health: '健康情况', guardians: '监护人',
} as const
/** What an audit entry about a file says, in words. */
export const readNames: Readonly<Record<string, string>> = { 'child-file.opened': '打开档案', 'emergency-access.opened': '紧急查阅', 'child.read': '查看卡片' }
