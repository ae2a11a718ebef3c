import { defineWords } from '#platform/ui/words.ts'
import { labelInEnglish } from '#platform/values/mask.ts'
import { actStatusWords, formWords, needStatusWords, payerWords, proofWords, reachWords, wishStatusWords } from '../rules/words.ts'

const englishNeedStatus: typeof needStatusWords = {
  raised: 'waiting for a decision', approved: 'approved', declined: 'declined', offered: 'aid offered', given: 'given', received: 'received', closed: 'closed',
  withdrawn: 'withdrawn',
}
const englishActStatus: typeof actStatusWords = { offered: 'to be given', given: 'to be received', received: 'received', voided: 'voided' }
const englishWishStatus: typeof wishStatusWords = {
  draft: 'waiting for approval', returned: 'returned', published: 'open', claimed: 'claimed', fulfilled: 'fulfilled', closed: 'closed', withdrawn: 'withdrawn',
}
const englishPayers: typeof payerWords = {
  committee: 'committee', charity: 'foundation', enterprise: 'enterprise', person: 'person', department: 'department' }
const kindWords = {
  study: '学习用品', tuition: '助学金', living: '生活费', daily: '生活用品', medical: '医疗', heating: '取暖', clothing: '衣物', food: '食品',
  counselling: '心理咨询', tutoring: '家教服务', legal: '法律帮助', other: '其他',
}
const englishKinds: typeof kindWords = {
  study: 'school things', tuition: 'school money', living: 'living costs', daily: 'daily goods', medical: 'medical care', heating: 'heating',
  clothing: 'clothing',
  food: 'food', counselling: 'counselling', tutoring: 'lessons', legal: 'legal help', other: 'other',
}

/** What lists, pages and pieces of aid share. */
export const words = defineWords({
  needStatusWords, actStatusWords, wishStatusWords, payerWords, formWords, reachWords, proofWords, kindWords,
  aNeed: '帮扶需求', anAct: '帮扶行动', aWish: '微心愿',
  needs: '帮扶需求', acts: '帮扶行动', wishes: '微心愿', wall: '微心愿墙', child: '孩子', childSaid: (label: string) => label,
  unit: '单位', kind: '类别', status: '状态', reach: '对象', payer: '出资方',
  amount: '预计金额', total: '合计', money: '资金', goods: '物资折价', wantedBy: '需要日期', raised: '提出', decided: '审批', overdue: '逾期', onlyOverdue: '已逾期',
  needsLead: '从个案页提出，由另一位办公室人员审批，登记帮扶、给予和签收后办结。', actsLead: '一次帮扶可以有几方出资。这里记录帮扶已经给到，不是账簿。',
  noNeeds: '这里还没有需求', noNeedsLead: '打开孩子的个案，点“提出需求”。', noActs: '这里还没有帮扶', noActsLead: '打开已批准的需求或孩子的个案，点“登记帮扶”。',
  toCases: '去帮扶个案', export: '导出名单', courtesy: '慰问', isCourtesy: '慰问中给予', notCourtesy: '非慰问', offered: '登记', given: '给予', received: '签收',
  yuan: (text: string) => `${text} 元`, none: '没有', notGiven: '未填', openRecorded: '打开（留痕）', sealedLead: '加密保存，打开会留下查阅记录。', file: '孩子的档案', theCase: '孩子的个案',
  raiseNeed: '提出需求', offerAid: '登记帮扶', writeWish: '写微心愿', aidOfChild: '帮扶物资和微心愿', nothingYet: '还没有需求、帮扶和心愿。', nobodyChosen: '从孩子的个案页开始。',
  by: (day: string, name: string) => `${day}，${name}`, reason: '原因', note: '说明', details: '情况', save: '保存', submit: '提交',
}, {
  needStatusWords: englishNeedStatus, actStatusWords: englishActStatus, wishStatusWords: englishWishStatus, payerWords: englishPayers,
  formWords: { money: 'money', goods: 'goods', service: 'service' }, reachWords: { child: 'child', household: 'household' },
  proofWords: { signature: 'signature on paper', witness: 'two witnesses', unwanted: 'unwanted by the family' }, kindWords: englishKinds,
  aNeed: 'Need', anAct: 'Aid', aWish: 'Wish',
  needs: 'Needs', acts: 'Acts of aid', wishes: 'Small wishes', wall: 'Wish wall', child: 'Child', childSaid: labelInEnglish,
  unit: 'Unit', kind: 'Kind', status: 'Status', reach: 'For',
  payer: 'Payer', amount: 'Estimate', total: 'Total', money: 'Money', goods: 'Value of goods', wantedBy: 'Wanted by', raised: 'Raised', decided: 'Decided',
  overdue: 'Overdue', onlyOverdue: 'overdue',
  needsLead: 'Raised from the page of a case, decided by another office, closed after aid was offered, given and received.',
  actsLead: 'One act of aid may have several payers. It records that aid was given; it is no ledger.',
  noNeeds: 'No needs yet', noNeedsLead: 'Open the case of a child and choose “Raise a need”.', noActs: 'No aid yet',
  noActsLead: 'Open an approved need or the case of a child and choose “Record aid”.',
  toCases: 'Cases', export: 'Export', courtesy: 'Courtesy call', isCourtesy: 'at a courtesy call', notCourtesy: 'otherwise', offered: 'Offered', given: 'Given',
  received: 'Received',
  yuan: (text: string) => `${text} yuan`, none: 'none', notGiven: 'not given', openRecorded: 'Open (recorded)',
  sealedLead: 'Sealed; opening it is recorded.', file: 'File of the child', theCase: 'Case of the child',
  raiseNeed: 'Raise a need', offerAid: 'Record aid', writeWish: 'Write a wish', aidOfChild: 'Aid and small wishes', nothingYet: 'No needs, aid or wishes yet.',
  nobodyChosen: 'Begin on the page of a case.',
  by: (day: string, name: string) => `${day}, ${name}`, reason: 'Reason', note: 'Note', details: 'Details', save: 'Save', submit: 'Submit',
})

/** What the forms and acts on needs say. */
export const needWords = defineWords({
  title: (child: string) => `需求：${child}`, what: '需要什么、为什么', whatHint: '加密保存。不必写姓名。', answer: '答复', decide: '批准', decline: '不批准', withdraw: '撤回', close: '办结',
  approveTitle: '批准这项需求？', approveLead: '请先打开看内容。批准后就可以登记帮扶。', declineTitle: '不批准这项需求？', declineLead: '请写明原因，提出人会看到。',
  withdrawTitle: '撤回这项需求？', withdrawLead: '撤回后不再办理，记录保留。', closeTitle: '办结这项需求', closeNote: '结果（可不填）', act: '对应的帮扶', openAct: '打开这次帮扶',
  notEstimated: '没有估计', noDay: '没有限期', needed: (label: string) => `请填写${label}`, waits: '等另一位办公室人员审批。', declinePresets: ['已由其他渠道解决', '不属于帮扶范围'],
  withdrawPresets: ['已由家里解决', '重复提出'],
}, {
  title: (child: string) => `Need: ${labelInEnglish(child)}`,
  what: 'What is needed, and why', whatHint: 'Sealed. No name is needed.', answer: 'Answer', decide: 'Approve',
  decline: 'Decline', withdraw: 'Withdraw', close: 'Close', approveTitle: 'Approve this need?',
  approveLead: 'Open and read it first. Aid may be recorded once it is approved.', declineTitle: 'Decline this need?',
  declineLead: 'Give the reason; who raised it will see it.', withdrawTitle: 'Withdraw this need?',
  withdrawLead: 'Nothing more is done about it; the record stays.', closeTitle: 'Close this need', closeNote: 'What came of it (may be left out)',
  act: 'Act of aid', openAct: 'Open this act of aid', notEstimated: 'not estimated', noDay: 'no day', needed: (label: string) => `Please fill in: ${label}`,
  waits: 'Waiting for another office to decide.', declinePresets: ['Solved in another way', 'Not within what we help with'],
  withdrawPresets: ['Solved by the family', 'Raised twice'],
})
