import { defineWords } from '#platform/ui/words.ts'

/** What the public page says of objecting online. */
export const onlineWords = defineWords({
  object: '在网上提异议', lead: '请写明哪个地方、什么情况，您是怎么知道的。您写的内容加密保存，只有核查的人能看。请不要写孩子的姓名、身份证号和住址。', words: '异议内容',
  contact: '联系方式（可以不填）', contactHint: '留下电话或邮箱，我们需要核实时可以问您；不留也一样核查。', needed: '请写明异议', noIdentity: '请不要写身份证号，我们不需要它', send: '提交',
  cancel: '取消', sent: '已经收到', numberLead: '请记下查询号，凭它在本页下方查结果：', numberHint: '查询号只在这里显示一次，我们不知道是谁提的，没有查询号就查不到。', noted: '记下了',
  ask: '查异议的结果', number: '查询号', numberNeeded: '请填查询号', look: '查询',
  states: {
    open: '正在核查，还没有答复', upheld: '异议成立，这份名单退回更正', rejected: '经核查，异议不成立', 'list-returned': '这份名单已经退回更正，没有按它发放；更正后会重新公示',
  },
  days: (came: string, answered: string | null) => (answered === null ? `${came} 收到` : `${came} 收到，${answered} 答复`),
  more: '想知道核查的详细情况，请凭查询号联系受理单位。',
  counted: (came: number, answered: number) => (came === 0 ? '没有收到异议' : `收到异议 ${came} 件，已答复 ${answered} 件`),
  sentences: {
    LIST_CLOSED: '这份名单已经不在公示期内，不能再提异议；有情况请直接联系受理单位。', LIST_FULL: '这份名单待答复的异议已经很多，暂时不能在网上再提，请打电话、来信或来访。',
    OBJECTION_UNKNOWN: '没有找到这个查询号，请逐位核对。', RATE_LIMITED: '操作过于频繁，请稍后再试。',
  },
}, {
  object: 'Object online',
  lead: 'Please say which place and what is wrong, and how you know. What you write is sealed and read by those alone who look into it. Write no name, '
    + 'identity number or address of a child.',
  words: 'Objection', contact: 'How to reach you (may stay empty)', contactHint: 'A telephone number or mail address, in case we need to ask; we look into it '
    + 'without one as well.',
  needed: 'Please say what you object to', noIdentity: 'Please write no identity number; we do not need it', send: 'Send', cancel: 'Cancel', sent: 'Received',
  numberLead: 'Keep this number and ask for the outcome by it, below on this page:',
  numberHint: 'It is shown only once. We do not know who you are: without it nobody can look it up for you.', noted: 'I kept it',
  ask: 'Ask for the outcome of an objection', number: 'Number', numberNeeded: 'Please fill in the number', look: 'Ask',
  states: {
    open: 'Being looked into; not answered yet', upheld: 'Upheld: the list is given back and put right', rejected: 'Looked into, and rejected',
    'list-returned': 'The list was given back before anything was paid by it; it is shown anew once it is right',
  },
  days: (came: string, answered: string | null) => (answered === null ? `Came on ${came}.`
    : `Came on ${came}, answered on ${answered}.`),
  more: 'For more, contact the foundation and tell the number.',
  counted: (came: number, answered: number) => (came === 0 ? 'No objections' : `Objections: ${came}, answered: ${answered}`),
  sentences: {
    LIST_CLOSED: 'The period of this list is over. If there is something to say, please contact the foundation.',
    LIST_FULL: 'Many objections to this list wait for an answer: please telephone, write or come.',
    OBJECTION_UNKNOWN: 'Nobody has this number. Please compare it sign by sign.', RATE_LIMITED: 'Too many at once. Please try again in a while.',
  },
})
