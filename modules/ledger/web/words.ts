import { defineWords } from '#platform/ui/words.ts'

/** What all pages of the ledger share. */
export const words = defineWords({
  books: '账套', allBooks: '全部账套',
  book: '账套', unit: '单位', name: '名称', holder: '会计主体', starts: '启用月份', status: '状态', open: '启用', closed: '停用', openMonth: '未结账月份', month: '月份',
  toReview: '待审核', toPost: '待记账', none: '没有', code: '编号', amount: '金额', reason: '原因', save: '保存', back: '返回', day: '日期', until: '截止日期', loading: '正在读取',
  holders: { 'public-charity': '有公开募捐资格的基金会', charity: '基金会', committee: '关工委' },
  restrictions: { none: '非限定', time: '限定时间', purpose: '限定用途' },
  kinds: { asset: '资产', liability: '负债', 'net-asset': '净资产', income: '收入', cost: '费用' }, sides: { debit: '借', credit: '贷' },
  costClasses: { charity: '慈善活动支出', administration: '管理费用', fundraising: '筹资费用', other: '其他费用' },
  yuan: (text: string) => `${text} 元`, monthOf: (month: number) => `${Math.floor(month / 100)} 年 ${month % 100} 月`, needed: (label: string) => `请填写${label}`,
  noGrantedLead: '现在没有账套开放给您。账套由基金会负责人开放，到期自动关闭；需要查看的，请联系委托您的单位。',
  accounts: '会计科目', funds: '资金', vouchers: '凭证', periods: '会计期间', settings: '账套设置', statements: '会计报表', archive: '会计档案', count: (many: number) => `${many}`,
}, {
  books: 'Sets of books', allBooks: 'All books',
  book: 'Set of books', unit: 'Unit', name: 'Name', holder: 'Kind of body', starts: 'First month', status: 'State', open: 'open',
    closed: 'closed',
  openMonth: 'Open month', month: 'Month', toReview: 'To review', toPost: 'To post', none: 'None', code: 'Number', amount: 'Amount', reason: 'Reason',
    save: 'Save',
  back: 'Back', day: 'Day', until: 'Last day', loading: 'Loading',
  holders: { 'public-charity': 'foundation that may ask the public', charity: 'foundation', committee: 'committee' },
  restrictions: { none: 'unrestricted', time: 'restricted by time', purpose: 'restricted by purpose' },
  kinds: { asset: 'asset', liability: 'liability', 'net-asset': 'net assets', income: 'income', cost: 'cost' }, sides: { debit: 'debit', credit: 'credit' },
  costClasses: { charity: 'charitable', administration: 'administration', fundraising: 'fundraising', other: 'other' },
  yuan: text => `${text} yuan`, monthOf: month => `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`,
    needed: label => `Please fill in: ${label}`,
  noGrantedLead: 'No books are open to you now. The head of the foundation opens them for a time; please ask whoever engaged you.',
  accounts: 'Ledger accounts', funds: 'Funds', vouchers: 'Vouchers', periods: 'Months', settings: 'Settings', statements: 'Statements', archive: 'Archive',
    count: many => `${many}`,
})
