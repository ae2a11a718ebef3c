import { defineWords } from '#platform/ui/words.ts'

/** What pages of books, accounts and funds say. */
export const bookWords = defineWords({
  lead: '每个账套独立记账。会计制单，审核员审核，第三个人记账。', openBook: '建立账套', noBooks: '还没有账套', noBooksLead: '会计可以为本单位建立账套。', standard: '科目表',
  startsHint: '从这个月的第一天起记账，期初余额记在这个月，如 202601。', nameHint: '如：市关心下一代基金会', update: '修改账套', charts: '科目表', validFrom: (day: string) => `${day} 起`,
  auditors: '外部审计', auditorsLead: '审计人员只能查看这一个账套，到期自动失效，不能改动任何内容。', grant: '开放给审计', person: '审计人员', untilOn: '最后一天', grantReason: '审计事由',
  revoke: '收回', revokeTitle: '收回审计查阅？', revokeLead: '收回后对方立即看不到这个账套。', revoked: '已收回', noCandidates: '没有外部审计角色的账号，请先由安全管理员开设。',
  accountsLead: '只有末级科目可以记账。需要分户核算时，在还没有记过账的科目下增设明细。', add: '增设明细', addTitle: (code: string, name: string) => `在 ${code} ${name} 下增设明细`,
  accountCode: '科目编号', accountName: '科目名称', codeHint: (code: string) => `以 ${code} 开头，如 ${code}01`, close: '停用', reopen: '启用', closeTitle: '停用这个科目？',
  closeLead: '从今天起不能再用它记账；有余额时不能停用。', stopped: '已停用', kind: '类别', side: '余额方向', account: '科目', find: '按编号、名称或拼音首字母查找', noAccounts: '没有符合的科目',
  fundsLead: '限定资金有实时余额，任何时候都不会透支；预留的部分只能由对应的承诺支付。', addFund: '设立资金', fund: '资金', restriction: '限定', purpose: '限定用途', usableFrom: '起用日期', balance: '余额', reserved: '已预留',
  free: '可用', derived: '不单独计', noFunds: '还没有资金', noFundsLead: '按捐赠协议设立资金，入账时选择。', fundCode: '资金编号', closeFund: '关闭', closeFundTitle: '关闭这项资金？', closeFundLead: '有余额或预留时不能关闭。',
  commitments: '承诺', reserve: '预留', noCommitments: '没有承诺。', label: '事项', expiresOn: '最后一天', release: '解除', releaseTitle: '解除这笔预留？', releaseLead: '没有付的部分回到可用余额。', paid: '已付',
  commitmentStatus: { reserved: '已预留', paid: '已付完', released: '已解除', expired: '已过期' }, act: '操作',
}, {
  lead: 'Each set of books stands alone. An accountant makes vouchers, a reviewer reviews them, a third person posts them.', openBook: 'Open books',
  noBooks: 'No books yet', noBooksLead: 'An accountant opens them for the own unit.', standard: 'Chart of accounts',
  startsHint: 'Books begin with the first day of this month, with opening balances; e.g. 202601.', nameHint: 'e.g. the foundation of the city', update: 'Change settings',
  charts: 'Charts', validFrom: day => `from ${day}`, auditors: 'Outside auditors',
  auditorsLead: 'An auditor sees this one set of books until a day, and changes nothing.', grant: 'Open to an auditor', person: 'Auditor', untilOn: 'Last day',
  grantReason: 'What for', revoke: 'Revoke', revokeTitle: 'Revoke this right?', revokeLead: 'The books are closed to this person at once.', revoked: 'revoked',
  noCandidates: 'Nobody has the role of an outside auditor; the security administrator grants it.',
  accountsLead: 'Lines are posted to accounts without others below them. Add accounts below one that was not used yet.', add: 'Add below',
  addTitle: (code, name) => `New account below ${code} ${name}`, accountCode: 'Number', accountName: 'Name', codeHint: code => `Begins with ${code}, e.g. ${code}01`,
  close: 'Close', reopen: 'Open again', closeTitle: 'Close this account?', closeLead: 'Nothing is posted to it from today on; it must hold nothing.', stopped: 'closed', kind: 'Element',
  side: 'Normal side', account: 'Account', find: 'By number, name or initials', noAccounts: 'No account like this',
  fundsLead: 'A restricted fund has a running balance and is never overdrawn; what is reserved is paid by its commitment alone.', addFund: 'Open a fund', fund: 'Fund',
  restriction: 'Restriction', purpose: 'Purpose', usableFrom: 'Usable from', balance: 'Balance', reserved: 'Reserved', free: 'Free', derived: 'not kept apart',
  noFunds: 'No funds yet', noFundsLead: 'Open funds as agreements ask for; they are chosen when gifts are entered.', fundCode: 'Code', closeFund: 'Close',
  closeFundTitle: 'Close this fund?', closeFundLead: 'It must hold nothing, and nothing may be reserved.', commitments: 'Commitments', reserve: 'Reserve',
  noCommitments: 'No commitments.', label: 'What for', expiresOn: 'Last day', release: 'Release', releaseTitle: 'Release this commitment?',
  releaseLead: 'What is not paid is free again.', paid: 'Paid', commitmentStatus: { reserved: 'reserved', paid: 'paid', released: 'released', expired: 'expired' }, act: 'Act',
})
