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
