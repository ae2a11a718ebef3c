import { defineWords } from '#platform/ui/words.ts'
import { subjectText } from '../rules/subject-names.ts'
import { verbNames, verbText } from '../rules/verb-names.ts'

/** Verbs one may filter the audit by. */
export const knownVerbs = Object.keys(verbNames)

/** child-case.closed → Child case closed: a verb is English already. */
function englishVerb(verb: string): string {
  const plain = verb.replace(/[-.]/g, ' ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** Words of the pages of 账号. */
export const words = defineWords({
  accounts: '人员与账号', accountsLead: '谁在哪个单位、担任什么角色。开设账号和授权由安全管理员办理；忘记密码由本单位办公室重置。', name: '姓名', signInName: '用户名', unit: '单位', roles: '角色', status: '状态',
  active: '正常', suspended: '停用', closed: '已注销', firstPassword: '待首次改密', locked: (until: string) => `已锁定至 ${until}`, lastSeen: '最近使用', never: '从未登录',
  search: '姓名、用户名或手机尾号', role: '角色', importSheet: '表格导入', create: '开设账号', phone: '手机', emptyTitle: '还没有账号', emptyLead: '开设账号后，再授予角色，对方就能登录。',
  passwordTitle: '初始密码', passwordOnce: '请当面或电话告知本人。这个密码只显示这一次，本人登录后必须修改。', copy: '复制', copied: '已复制', done: '已保存',
  grants: '授权', grant: '授予角色', revoke: '收回', revokeTitle: (role: string, unit: string) => `收回 ${unit} 的“${role}”权限？`, delegated: '委托', from: '自',
  until: '至', openEnded: '长期',
  fromOn: '开始日期', untilOn: '截止日期', noGrants: '还没有授权，暂时不能登录。', correct: '更正资料', suspend: '停用', resume: '恢复', close: '注销', resetPassword: '重置密码',
  suspendTitle: '停用这个账号？', resumeTitle: '恢复这个账号？', closeTitle: '注销这个账号？', closeLead: '注销后收回全部权限，不能恢复；历史记录中的姓名保留。', resetTitle: '重置密码？',
  resetLead: '旧密码立即失效，所有设备退出登录；安全管理员会看到这次重置。',
  roleList: '角色与权限', roleListLead: '每个角色能做什么。三个管理员角色互相排斥，也不兼任业务角色，都不能查看儿童档案。', administrator: '管理员', noPermissions: '无',
  mine: '我的账号', mineLead: '登录过的设备，以及临时委托给同事的权限。', devices: '登录设备', current: '本机', signOut: '退出', signOutAll: '退出所有设备', signedInAt: '登录于',
  delegations: '委托', delegate: '委托同事代办', delegateLead: '把您当前单位的权限临时交给本单位范围内的同事，最长90天，可随时收回。', colleague: '同事', giver: '委托人', receiver: '受托人',
  takeBack: '收回委托',
  takeBackTitle: '收回这项委托？', noDelegations: '没有委托', auditLog: '审计记录', auditLead: '谁在什么时候、为什么、做了什么。不含个人信息内容。', at: '时间', verb: '动作', person: '人员',
  actingUnit: '代表单位', reason: '原因', subject: '对象', address: '来源地址',
  day: '日期', fromDay: '起', untilDay: '止', sealed: (count: number, at: string) => `已封存 ${count} 条，最近 ${at}`, waiting: (count: number) =>
  `待封存 ${count} 条`, verifyHint: '完整核验在服务器上执行：npm run xinhuo -- verify', details: '变更内容', noDetails: '无',
  sealedParts: '涉及个人信息的变更内容已加密保存，此处不可查看。', given: '密码重置记录', givenLead: '由办公室代为重置的密码。如非本人要求，请核实并停用账号。', giver2: '办理人', noGiven: '还没有重置过密码',
  sealedAndWaiting: (sealed: string, waiting: string) => `${sealed}；${waiting}`, verbText, subjectText, wechat: '微信',
  delegationOf: (giver: string, receiver: string, right: string) => `${giver} → ${receiver}：${right}`,
  needed: (label: string) => `请填写${label}`, homeUnit: '所在单位', chooseRole: '请选择角色',
}, {
  accounts: 'People and accounts', accountsLead: 'Who has which role at which unit. The security administrator opens accounts and grants roles; '
    + 'the own office resets a forgotten password.', name: 'Name', signInName: 'Sign-in name', unit: 'Unit', roles: 'Roles', status: 'Status',
  active: 'active', suspended: 'suspended', closed: 'closed', firstPassword: 'first password open', locked: (until: string) =>
  `locked until ${until}`, lastSeen: 'Last seen', never: 'never',
  search: 'Name, sign-in name or end of phone', role: 'Role', importSheet: 'Import a sheet',
  create: 'Open account', phone: 'Phone', emptyTitle: 'No accounts yet',
  emptyLead: 'Open an account, then grant a role.',
  passwordTitle: 'First password', passwordOnce: 'Tell the person in person or by phone. It is shown this once and must be changed.', copy: 'Copy',
  copied: 'Copied', done: 'Saved',
  grants: 'Rights', grant: 'Grant a role', revoke: 'Revoke', revokeTitle: (role: string, unit: string) => `Revoke ${role} at ${unit}?`,
  delegated: 'delegated', from: 'from', until: 'until', openEnded: 'further notice',
  fromOn: 'From', untilOn: 'Until', noGrants: 'No rights yet: the person cannot sign in.', correct: 'Correct', suspend: 'Suspend', resume: 'Resume',
  close: 'Close', resetPassword: 'Reset password',
  suspendTitle: 'Suspend this account?', resumeTitle: 'Resume this account?', closeTitle: 'Close this account?',
  closeLead: 'All rights are taken back for good; the name stays in old records.', resetTitle: 'Reset the password?',
  resetLead: 'The old one ends at once on all devices; the security administrator will see it.',
  roleList: 'Roles', roleListLead: 'What each role may do. The three administrators exclude each other and every other role; '
    + 'none reads a child\'s file.', administrator: 'administrator', noPermissions: 'none',
  mine: 'My account', mineLead: 'Devices you are signed in on, and rights handed to colleagues.', devices: 'Devices', current: 'this one',
  signOut: 'Sign out', signOutAll: 'Sign out everywhere', signedInAt: 'since',
  delegations: 'Delegations', delegate: 'Delegate to a colleague',
  delegateLead: 'Hand your present right to a colleague in range for 90 days at most; you can take it back at any time.', colleague: 'Colleague',
  giver: 'From', receiver: 'To', takeBack: 'Take back',
  takeBackTitle: 'Take this delegation back?', noDelegations: 'No delegations', auditLog: 'Audit',
  auditLead: 'Who did what, when and why; no personal content.', at: 'When', verb: 'What', person: 'Who', actingUnit: 'For', reason: 'Why',
  subject: 'Subject', address: 'From address',
  day: 'Day', fromDay: 'from', untilDay: 'until', sealed: (count: number, at: string) => `${count} sealed, last ${at}`, waiting: (count: number) =>
  `${count} waiting`, verifyHint: 'The whole chain is verified on the server: npm run xinhuo -- verify', details: 'What changed', noDetails: 'nothing',
  sealedParts: 'Personal parts are kept encrypted and not shown here.', given: 'Passwords reset',
  givenLead: 'Passwords reset by an office. If the person did not ask, suspend the account.', giver2: 'By', noGiven: 'None yet',
  sealedAndWaiting: (sealed: string, waiting: string) => `${sealed}; ${waiting}`, verbText: englishVerb,
  subjectText: (kind: string) => kind.replaceAll('-', ' '),
  wechat: 'WeChat',
  delegationOf: (giver: string, receiver: string, right: string) => `${giver} → ${receiver}: ${right}`,
  needed: (label: string) => `Please fill in: ${label}`, homeUnit: 'Home unit', chooseRole: 'Choose a role',
})
