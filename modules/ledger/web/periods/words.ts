import { defineWords } from '#platform/ui/words.ts'

/** What the page of months says. */
export const periodWords = defineWords({
  lead: '按月结账。结账时自动解除限定资金已列支的部分，十二月还结转收入费用。', open: '未结账', closed: '已结账', vouchers: '凭证', waiting: '未记账', closedBy: '结账人', reopened: '重开',
    openNext: '开下个月', gather: '汇总业务分录',
  gatherTitle: '汇总业务分录？', gatherLead: '把其他业务已经入账、还没有凭证的分录汇总成一张草稿凭证。', check: '结账检查', close: '结账', reopen: '重开', reopenLead: '重开后可以补记，必须再次结账。原因会永久留存。',
    fine: '通过', failed: (count: number) => `${count} 项未办`, warning: (count: number) => `${count} 项请留意`, history: '结账记录',
  release: (text: string) => `结账时解除限定 ${text} 元。`, carryOver: (text: string) => `结账时结转收支净额 ${text} 元。`, changes: { closed: '结账', reopened: '重开' },
    act: '操作', closeList: '收起',
  notOver: (day: string) => `这个月要到 ${day} 才过完；结账以后，这个月再发生的业务要重开才能记账。`,
  seeVouchers: '看凭证', seeChart: '到新旧科目衔接', seeFunds: '到资金', gatherWay: '用上面的“汇总业务分录”做成凭证，再审核、记账。', earlierWay: '在下面的月份里从前往后逐月结账。',
  countersignLead: '打开各月由结账生成的凭证，由没有结账的人复核。', commitment: (label: string, fund: string, text: string) => `${label}（${fund}）还有 ${text} 元没有付`,
  commitmentWay: '结账前付清，或者写明原因解除；来年还要付的，解除后在新年度重新预留，项目的在项目页面办理。',
  checks: {
    'vouchers-open': '本月凭证都已记账', 'journals-without-voucher': '业务分录都已汇总成凭证', 'earlier-month-open': '以前月份都已结账', 'numbers-without-gap': '凭证号连续没有断号',
      'trial-balance': '借贷试算平衡',
    'cash-not-negative': '现金和银行没有负数余额', 'funds-agree': '限定资金余额与账簿一致', 'commitments-open': '年末没有未付的承诺', 'balances-converted': '旧科目的余额已经转到新科目',
    'rule-vouchers-countersigned': '以前月份结账生成的凭证已有第二人复核',
  },
}, {
  lead: 'Months are closed one by one. A closing releases what restricted funds paid for; in December income and cost are carried over.', open: 'open',
    closed: 'closed', vouchers: 'Vouchers',
  waiting: 'Not posted', closedBy: 'Closed by', reopened: 'Reopened', openNext: 'Open the next month', gather: 'Gather journals',
    gatherTitle: 'Gather journals?',
  gatherLead: 'Journals of other modules without a voucher become one draft.', check: 'Checklist', close: 'Close', reopen: 'Reopen',
  reopenLead: 'It can be posted to again and must be closed again. The reason stays on record.', fine: 'fine', failed: count => `${count} to do`,
    warning: count => `${count} to look at`,
  history: 'History', release: text => `The closing releases ${text} yuan.`, carryOver: text => `The closing carries ${text} yuan over.`,
  changes: { closed: 'closed', reopened: 'reopened' }, act: 'Act', closeList: 'Hide',
  notOver: day => `The month ends on ${day}; what still happens in it can only be posted after reopening.`,
  seeVouchers: 'Vouchers', seeChart: 'Turn to another chart', seeFunds: 'Funds', gatherWay: 'Gather them above, then have the voucher reviewed and posted.',
  earlierWay: 'Close the months below one after the other, the earliest first.',
  countersignLead: 'Open what closings made in each month; somebody who did not close it countersigns.',
  commitment: (label, fund, text) => `${label} (${fund}): ${text} yuan not paid`,
  commitmentWay: 'Pay it before the year is closed, or release it with a reason; what is still promised is reserved anew in the next year, '
    + 'that of a project on its page.',
  checks: {
    'vouchers-open': 'All vouchers of the month are posted', 'journals-without-voucher': 'All journals stand in a voucher',
      'earlier-month-open': 'Months before are closed',
    'numbers-without-gap': 'Numbers have no gap', 'trial-balance': 'Debit equals credit', 'cash-not-negative': 'No cash or bank account is below zero',
    'funds-agree': 'Restricted funds agree with the books', 'commitments-open': 'No commitment is open at the end of the year',
    'balances-converted': 'Balances of the old chart stand on the new accounts',
    'rule-vouchers-countersigned': 'What closings made in months before was countersigned',
  },
})
