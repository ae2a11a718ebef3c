import { defineWords } from '#platform/ui/words.ts'

/** What pages of vouchers say. */
export const voucherWords = defineWords({
  lead: '记账时才给凭证号，每月从 1 连续编号。', make: '填制凭证', edit: '修改', number: '凭证号', memo: '摘要', total: '金额', made: '制单', reviewed: '审核', posted: '记账', paper: '附单据',
  papers: (count: number) => `附单据 ${count} 张`, numberOf: (number: number) => `记字第 ${number} 号`, noNumber: '未编号', search: '凭证号或摘要', noVouchers: '没有凭证', noVouchersLead: '填制凭证，或换一个月份看看。',
  statuses: { draft: '草稿', submitted: '待审核', reviewed: '待记账', posted: '已记账', discarded: '已丢弃' },
  kinds: { ordinary: '记账凭证', opening: '期初余额', release: '解除限定', 'carry-over': '年末结转', conversion: '新旧衔接' }, kind: '种类', title: '记账凭证',
  debit: '借方', credit: '贷方', account: '科目', fund: '资金', sum: '合计', difference: '借贷差额', balanced: '借贷相等', addLine: '加一行', removeLine: (at: number) => `删去第 ${at} 行`,
  editorLead: '回车到下一格；在金额里按 = 自动补平；红字填负数。科目可输编号、名称或拼音首字母。', paperCount: '附单据张数', saveDraft: '保存草稿', saveAndSubmit: '保存并提交审核',
  submit: '提交审核', review: '审核通过', post: '记账', return: '退回', returnLead: '退回给制单人修改，原因会显示在凭证上。', discard: '丢弃', discardTitle: '丢弃这张草稿？', discardLead: '草稿不占凭证号，丢弃后不能恢复。',
  reverse: '红字冲销', reverseLead: '会生成一张红字凭证，逐行相反，同样要审核和记账。一张凭证只能冲销一次。', reverseDay: '冲销日期', postTitle: '记账？', postLead: '记账后不能修改，只能红字冲销。', returned: '退回原因',
  isReversal: '红字冲销', isReversed: '已被冲销', ofReversal: '冲销的凭证', reversedBy: '冲销它的凭证', commitment: '支付的承诺', attach: '上传附件', attachTitle: '附件名称', file: '照片或 PDF', remove: '移去', gather: '汇总业务分录',
  gatherLead: '把其他业务已经入账、还没有凭证的分录汇总成一张凭证。', gathered: '汇总凭证', openNext: '下一张', lines: '分录', people: '经办', line: (at: number, what: string) => `第 ${at} 行${what}`, paperUnit: '张',
  problems: {
    memo: (at: number) => `第 ${at} 行没有摘要。`, account: (at: number) => `第 ${at} 行没有选科目。`, amount: (at: number) => `第 ${at} 行的金额没有填好，最多两位小数。`,
    'two-amounts': (at: number) => `第 ${at} 行借方和贷方只能填一个。`,
  },
}, {
  lead: 'A voucher gets its number when it is posted, from 1 on each month.', make: 'Make a voucher', edit: 'Edit', number: 'Number', memo: 'Memo', total: 'Amount', made: 'Made by',
  reviewed: 'Reviewed by', posted: 'Posted by', paper: 'Papers', papers: count => `${count} papers`, numberOf: number => `No. ${number}`, noNumber: 'no number yet',
  search: 'Number or memo', noVouchers: 'No vouchers', noVouchersLead: 'Make one, or look at another month.',
  statuses: { draft: 'draft', submitted: 'to be reviewed', reviewed: 'to be posted', posted: 'posted', discarded: 'discarded' },
  kinds: { ordinary: 'voucher', opening: 'opening balances', release: 'release of restriction', 'carry-over': 'carry-over', conversion: 'conversion' }, kind: 'Kind', title: 'Voucher',
  debit: 'Debit', credit: 'Credit', account: 'Account', fund: 'Fund', sum: 'Total', difference: 'Difference', balanced: 'Balanced', addLine: 'Add a line', removeLine: at => `Remove line ${at}`,
  editorLead: 'Enter goes to the next field; = in an amount balances the voucher; red letters are negative. Accounts by number, name or initials.', paperCount: 'Papers attached',
  saveDraft: 'Save draft', saveAndSubmit: 'Save and submit', submit: 'Submit', review: 'Approve', post: 'Post', return: 'Return', returnLead: 'It goes back to its maker with your reason.',
  discard: 'Discard', discardTitle: 'Discard this draft?', discardLead: 'A draft has no number; it cannot be brought back.', reverse: 'Reverse',
  reverseLead: 'A red-letter voucher mirrors every line; it is reviewed and posted too. A voucher is reversed once.', reverseDay: 'Day of the reversal', postTitle: 'Post it?',
  postLead: 'A posted voucher is never changed, only reversed.', returned: 'Returned because', isReversal: 'reversal', isReversed: 'reversed', ofReversal: 'Reverses', reversedBy: 'Reversed by',
  commitment: 'Pays', attach: 'Attach a paper', attachTitle: 'What it is', file: 'Picture or PDF', remove: 'Remove', gather: 'Gather journals',
  gatherLead: 'Puts journals other modules posted and that stand in no voucher yet into one.', gathered: 'gathered', openNext: 'Next', lines: 'Lines', people: 'People', line: (at, what) => `Line ${at} ${what}`,
  paperUnit: '',
  problems: {
    memo: at => `Line ${at} has no memo.`, account: at => `Line ${at} has no account.`, amount: at => `The amount of line ${at} is not complete; two decimals at most.`,
    'two-amounts': at => `Line ${at} has two amounts; one is allowed.`,
  },
})
