import { defineWords } from '#platform/ui/words.ts'

/** What public lists and objections say. */
export const listWords = defineWords({
  title: '资助公示', lead: '拟资助的名单在这里公示。为保护孩子，不写任何人的姓名，人数按五的倍数向下取整，不足五人的地方并入上一级或不列出。', none: '现在没有公示中的名单。', signIn: '登录',
  period: (from: string, until: string) => `公示期${from}至${until}`, over: '公示期已满', running: '公示中', holder: '受理异议', fund: '资金', total: '合计',
    withheld: '部分人数太少，不列出。',
  children: (place: string, count: number) => `${place} 儿童至少${count}人`, people: (place: string, count: number) => `${place} 至少${count}人`,
  howTo: (holder: string) => `对名单有异议的，请在公示期内以电话、来信或来访向${holder}反映，我们核实后答复。`, yuan: (text: string) => `${text}元`,
  objections: '公示和异议', notShown: '这个批次的类别不要求公示。', noObjections: '没有异议。', record: '登记异议', recordTitle: '登记异议', recordLead: '写明谁反映、反映什么；加密保存。',
    cameOn: '收到日期', cameBy: '怎么反映的',
  words: '异议内容', wayWords: { telephone: '电话', letter: '来信', visit: '来访', internet: '网络' }, open: '待答复', outcomeWords: { upheld: '成立', rejected: '不成立' },
    answer: '答复',
  answerTitle: '答复异议', answerLead: '异议成立的，批次要退回更正；不成立的，答复后可以继续。', outcome: '核查结果', answerText: '核查情况和答复', read: '打开内容', readTitle: '打开异议内容？',
  readLead: '打开会留下记录，请写明原因（不写姓名）。', readPresets: ['核查异议', '答复前了解情况'], save: '保存', needed: (label: string) => `请填${label}`,
  publicPage: '打开公示页面', contact: '怎样联系',
}, {
  title: 'Aid shown for objections',
  lead: 'Whom we mean to help. To protect children nobody is named, numbers are rounded down to fives, and places with fewer than five go into the place '
    + 'above.',
  none: 'No list is shown now.', signIn: 'Sign in', period: (from: string, until: string) => `Shown from ${from} to ${until}`, over: 'Period over',
  running: 'Shown now', holder: 'Objections to', fund: 'Fund', total: 'Total', withheld: 'Some are too few to be shown.',
  children: (place: string, count: number) => `${place}: at least ${count} children`, people: (place: string,
    count: number) => `${place}: at least ${count} people`,
  howTo: (holder: string) => `If you object, tell ${holder} by telephone, letter or visit within the period; we look into it and answer.`,
  yuan: (text: string) => `¥${text}`, objections: 'Public list and objections', notShown: 'The kinds of this batch want no public list.',
  noObjections: 'No objections.', record: 'Record an objection', recordTitle: 'Record an objection', recordLead: 'Who says what; kept sealed.',
  cameOn: 'Came on', cameBy: 'Came by', words: 'What is said',
  wayWords: { telephone: 'Telephone', letter: 'Letter', visit: 'Visit', internet: 'Internet' }, open: 'Open', outcomeWords: { upheld: 'Upheld',
    rejected: 'Rejected' },
  answer: 'Answer', answerTitle: 'Answer the objection', answerLead: 'Upheld: the batch must be given back. Rejected: it may go on.', outcome: 'Outcome',
  answerText: 'What was found and answered', read: 'Open the words', readTitle: 'Open this objection?',
    readLead: 'Opening is recorded; say why, without a name.',
  readPresets: ['Looking into it', 'Before answering'], save: 'Save', needed: (label: string) => `Please fill in: ${label}`, publicPage: 'Open the public page',
  contact: 'How to reach us',
})
