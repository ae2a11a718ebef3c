import { defineWords } from '#platform/ui/words.ts'

/** What the pages of legal ratios say. */
export const ratioWords = defineWords({
  title: '法定比例', lead: (name: string, day: string) => `${name}，按分录计算到 ${day}。点任一数字看它由哪些分录组成。`, year: '年度', yearOf: (year: number) => `${year} 年`,
  ratioWords: { spending: '慈善活动支出比例', administration: '管理费用比例' },
  limit: { spending: (percent: number) => `不低于 ${percent}%`, administration: (percent: number) => `不高于 ${percent}%` },
  baseWords: { income: '上年总收入', 'net-assets': '上年末净资产' }, baseSpending: '本年总支出',
  figureWords: {
    income: '总收入', 'gift-income': '其中：捐赠收入', 'adjusted-income': '调整后的总收入', charity: '慈善活动支出', administration: '管理费用', fundraising: '筹资费用（募捐成本）',
    other: '其他支出', spending: '总支出', 'net-assets': '年末净资产',
  },
  verdictWords: { met: '达到', short: '未达到', excused: '可以豁免', unknown: '缺少基数' },
  excuseWords: {
    average: '按前三年平均数计算达到', free: '管理费用低于规定的起算金额，不受比例限制', 'special-case': '特殊情况已报告并公开', agreement: '捐赠协议另有约定',
  },
  noBase: '还不知道上一年的数，请录入以前年度的审计数。', missing: (yuan: string) => `还差 ${yuan} 元`, over: (yuan: string) => `超出 ${yuan} 元`,
  measured: (counted: string, base: string) => `${counted} ÷ ${base}`, nothing: '不适用',
  rule: '依据', ruleText: (kind: string, from: string) => `${kind}，自 ${from} 起`, step: (yuan: string) => `上年末净资产达到 ${yuan} 元的一档`,
  notBound: '这个账套属于关工委，不适用慈善组织的法定比例。', figures: '数字', figure: '项目', amount: '金额（元）', entered: '录入', partial: '账套只有这一年的一部分',
  forecast: '年底预计', forecastRule: (elapsed: number, days: number, promised: string) =>
    `按已过 ${elapsed} 天的发生额推到全年 ${days} 天；慈善活动支出不少于已发生加已预留未付的 ${promised} 元。只作提醒，以年底实际数为准。`,
  warnShort: (ratio: string) => `照目前的进度，年底“${ratio}”达不到要求，请及早安排支出或写明情况。`, open: '看分录', postingsOf: (name: string, year: number) => `${year} 年${name}`,
  postingsLead: '各行之和就是这个数字。', memo: '摘要', account: '科目', fund: '资金', counted: '计入（元）', day: '日期', back: '法定比例', empty: '没有分录', emptyLead: '这个数字是零。',
  notes: '说明和豁免情形', noNotes: '还没有说明。', addNote: '写说明', noteKind: '情形', ratio: '比例', noteAmount: '协议约定的管理费用（元）', reportedOn: '报告登记管理机关日期',
  publishedOn: '公开日期', publishedWhere: '公开渠道',
  noteKindWords: { explanation: '说明', 'special-case': '特殊情况（已报告并公开）', agreement: '捐赠协议另有约定' },
  noteHint: '说明写下后不能修改，可以再写。', earlier: '以前年度', addEarlier: '录入以前年度', earlierLead: '账套启用以前的年度，按审计报告录入。', income: '调整后的总收入（元）',
  netAssets: '年末净资产（元）', source: '依据的材料', setBody: '统一社会信用代码', setBodyLead: '写在信息公开文稿的单位名称后面。',
  kind: '单位性质', kinds: '单位性质', recordKind: '登记单位性质', recordKindLead: '照登记证书、公开募捐资格证书登记从哪天起是什么性质。以前登记的保留；各年度按当年年末（今年按今天）的性质计算。',
  fromOn: '从哪天起', kindSource: '依据', kindSourceHint: '从哪份证书、批复读来的，存在哪里。', kindFrom: (day: string) => `自 ${day} 起`, kindsDerived: '还没有登记，按账套推定。',
  kindsBefore: '第一条以前，按账套推定。', kindHolds: '现在', kindWithdrawn: '已撤回', withdraw: '撤回', withdrawTitle: (kind: string, day: string) => `撤回“自 ${day} 起，${kind}”？`,
  withdrawLead: '只有登记错了才撤回。撤回以后各年度重新计算，这一条和原因仍然列在这里；性质变了的，登记新的一条，不要撤回旧的。',
  withdrawPresets: ['日期写错', '性质选错', '重复登记'], withdrawnLine: (day: string, name: string, reason: string) => `${day}，${name}：${reason}`,
  beforeBooks: '账套里没有这一年的支出，比例看当年的审计报告。', noRule: '这一年还没有规定这类单位的比例。', ifBefore: (kind: string, day: string) => `若按“${kind}”（到 ${day} 为止的性质）`,
  ifBeforeLead: '单位性质在这一年里变了。法定比例按年末的性质判定；按变更以前性质的结果列在这里供参考。规定没有写明年度中变更如何计算，公开前请与登记管理机关核对。',
  seeLeave: '看登记的公开募捐资格',
  leaveHeld: (number: string) => `公开募捐资格：${number}`, leaveNone: '没有登记有效的公开募捐资格',
  leaveConflicts: {
    'no-leave': (kind: string, day: string) => `这里按“${kind}”计算，但 ${day} 没有登记有效的公开募捐资格。有证书的，请登记；没有的，请在下面登记“单位性质”。两者一致以前，下面的比例不能作为公开的依据。`,
    leave: (kind: string, day: string) => `这里按“${kind}”计算，但 ${day} 登记着有效的公开募捐资格。请按证书在下面登记“单位性质”；证书已经失效的，请在“公开募捐资格”终止。两者一致以前，下面的比例不能作为公开的依据。`,
  },
}, {
  title: 'Legal ratios', lead: (name: string, day: string) => `${name}, reckoned from postings up to ${day}. Choose a number to see its postings.`,
    year: 'Year',
  yearOf: (year: number) => String(year), ratioWords: { spending: 'Spending on charitable activities', administration: 'Cost of administration' },
  limit: { spending: (percent: number) => `at least ${percent}%`, administration: (percent: number) => `at most ${percent}%` },
  baseWords: { income: 'income of last year', 'net-assets': 'net assets at the end of last year' }, baseSpending: 'spending of the year',
  figureWords: {
    income: 'Income', 'gift-income': 'of it gifts', 'adjusted-income': 'Adjusted income', charity: 'Charitable activities', administration: 'Administration',
    fundraising: 'Fundraising', other: 'Other costs', spending: 'All costs', 'net-assets': 'Net assets at the end',
  },
  verdictWords: { met: 'kept', short: 'not kept', excused: 'excused', unknown: 'base missing' },
  excuseWords: {
    average: 'kept by the average of three years', free: 'below the amount from which the ratio binds',
      'special-case': 'special case, reported and published',
    agreement: 'agreed in the agreement of a gift',
  },
  noBase: 'Last year is not known yet; enter it from the audited report.', missing: (yuan: string) => `${yuan} yuan missing`,
    over: (yuan: string) => `${yuan} yuan over`,
  measured: (counted: string, base: string) => `${counted} ÷ ${base}`, nothing: 'n/a', rule: 'Rule', ruleText: (kind: string,
    from: string) => `${kind}, since ${from}`,
  step: (yuan: string) => `step from ${yuan} yuan of net assets`, notBound: 'These books belong to a committee; no ratios bind it.', figures: 'Figures',
    figure: 'Item',
  amount: 'Amount (yuan)', entered: 'entered', partial: 'the books hold a part of this year', forecast: 'At the end of the year',
  forecastRule: (elapsed: number, days: number, promised: string) =>
    `What happened in ${elapsed} days, led on to ${days}; charitable activities at least what was spent and the ${promised} yuan promised. A reminder only.`,
  warnShort: (ratio: string) => `At this pace “${ratio}” will not be kept at the end of the year: plan spending in time, or explain.`, open: 'Postings',
  postingsOf: (name: string, year: number) => `${name} ${year}`, postingsLead: 'The lines add up to the figure.', memo: 'Memo', account: 'Account',
    fund: 'Fund',
  counted: 'Counted (yuan)', day: 'Day', back: 'Legal ratios', empty: 'No postings', emptyLead: 'This figure is nothing.', notes: 'Explanations and exemptions',
  noNotes: 'Nothing was said yet.', addNote: 'Explain', noteKind: 'Case', ratio: 'Ratio', noteAmount: 'Cost of administration agreed (yuan)',
  reportedOn: 'Reported to the registrar on', publishedOn: 'Published on', publishedWhere: 'Published where',
  noteKindWords: { explanation: 'explanation', 'special-case': 'special case (reported and published)', agreement: 'agreed in the agreement of a gift' },
  noteHint: 'What is written is never changed; you may write again.', earlier: 'Earlier years', addEarlier: 'Enter an earlier year',
  earlierLead: 'Years before the books, from the audited report.', income: 'Adjusted income (yuan)', netAssets: 'Net assets at the end (yuan)',
    source: 'Paper it is read from',
  setBody: 'Unified social credit code', setBodyLead: 'Stands behind the name of the body in what is published.',
  kind: 'Kind of body', kinds: 'Kind of body', recordKind: 'Record the kind',
  recordKindLead: 'From which day on the body is what, as its certificate says. Earlier entries stay; each year is reckoned by the kind at its end, '
    + 'this year by that of today.',
  fromOn: 'From', kindSource: 'Source', kindSourceHint: 'The certificate or decision it was read from, and where that lies.',
  kindFrom: (day: string) => `since ${day}`, kindsDerived: 'Nothing is recorded; it follows from the books.', kindsBefore: 'Before the first entry it follows '
    + 'from the books.',
  kindHolds: 'now', kindWithdrawn: 'withdrawn', withdraw: 'Withdraw', withdrawTitle: (kind: string, day: string) => `Withdraw “since ${day}, ${kind}”?`,
  withdrawLead: 'Only for what was recorded wrongly: the years are reckoned anew, the entry and the reason stay here. Where the kind changed, record '
    + 'a new one.',
  withdrawPresets: ['wrong day', 'wrong kind', 'recorded twice'], withdrawnLine: (day: string, name: string, reason: string) => `${day}, ${name}: ${reason}`,
  beforeBooks: 'The books hold nothing of this year; its ratios stand in its audited report.', noRule: 'No ratios are laid down for such a body in this year.',
  ifBefore: (kind: string, day: string) => `By “${kind}”, what it was until ${day}`,
  ifBeforeLead: 'The kind of body changed within this year. The ratios are judged by the kind at its end; this is how they stand by the kind before. The rule '
    + 'does not say how such a year counts: ask the registrar before you publish.',
  seeLeave: 'Recorded leave to ask the public',
  leaveHeld: (number: string) => `Leave to ask the public: ${number}`, leaveNone: 'No leave to ask the public is recorded that holds',
  leaveConflicts: {
    'no-leave': (kind: string, day: string) => `This is reckoned as “${kind}”, but no leave to ask the public is recorded that holds on ${day}. `
      + 'Record the certificate, or record the kind of body below. Until the two agree, publish nothing by the ratios below.',
    leave: (kind: string, day: string) => `This is reckoned as “${kind}”, but leave to ask the public is recorded that holds on ${day}. `
      + 'Record the kind of body below as the certificate says, or end what holds no more. Until the two agree, publish nothing by the ratios below.',
  },
})
