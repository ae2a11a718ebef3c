import { defineWords } from '#platform/ui/words.ts'

/** What the pages of agreements say. */
export const agreementWords = defineWords({
  lead: '捐赠人答应分期捐赠的，登记协议；每期到账时，登记捐赠选这一期。到期没有到账的会提醒。', empty: '这里还没有捐赠协议', emptyLead: '打开捐赠人，点“登记协议”。', record: '登记协议',
  recordTitle: '登记捐赠协议', editTitle: '修改捐赠协议', edit: '修改', end: '终止', endTitle: '终止这份协议？', endLead: '还没有到账的各期不再等待、不再提醒；已经到账的不变。', give: '登记这一期的捐赠',
  print: '下载协议文本（留痕）', name: '协议名称', signedOn: '签订日期', purpose: '捐赠用途', instalments: '分期', seq: (seq: number) => `第${seq}期`, dueOn: '约定日期', total: '协议总额',
  arrived: '已到账', nextDue: '下一期', overdue: '逾期未到', overdueFilter: '逾期', isOverdue: '有逾期', notOverdue: '没有逾期', met: '已到账', late: '逾期', waiting: '未到期',
  addInstalment: '加一期', removeInstalment: (seq: number) => `删去第${seq}期`, endedOn: '结束日期', endReason: '终止原因', giftsOf: '登记在这份协议上的捐赠', noGifts: '还没有捐赠登记在这份协议上。',
  arrivedOf: (yuan: string) => `已到账 ${yuan} 元`, ofDonor: '这位捐赠人的协议', meets: '对应协议的哪一期', meetsHint: '不是按协议捐赠的，不用选。', meetsNone: '不按协议',
  meetsLine: (title: string, seq: number, dueOn: string, yuan: string) => `${title} · 第${seq}期 · ${dueOn} · ${yuan}元`, meetsShort: (title: string,
  seq: number) => `${title} · 第${seq}期`,
  book: '账套',
}, {
  lead: 'What a donor promised to give by instalments. When one arrives, the gift names it; one that is late is reminded of.', empty: 'No agreements yet',
  emptyLead: 'Open a donor and choose “Record an agreement”.', record: 'Record an agreement', recordTitle: 'Record an agreement',
  editTitle: 'Change an agreement',
  edit: 'Change', end: 'End', endTitle: 'End this agreement?', endLead: 'What has not come is no longer waited for; what came stays.',
  give: 'Record the gift', print: 'Download the text (recorded)', name: 'Name', signedOn: 'Signed on', purpose: 'Purpose',
  instalments: 'Instalments', seq: (seq: number) => `no. ${seq}`, dueOn: 'Due on', total: 'In all', arrived: 'Arrived', nextDue: 'Next due',
  overdue: 'Overdue', overdueFilter: 'Overdue', isOverdue: 'something is late', notOverdue: 'nothing is late', met: 'arrived', late: 'late',
  waiting: 'not due yet', addInstalment: 'Add an instalment', removeInstalment: (seq: number) => `Remove no. ${seq}`, endedOn: 'Ended on',
  endReason: 'Why it ended', giftsOf: 'Gifts of this agreement', noGifts: 'No gift names this agreement yet.',
  arrivedOf: (yuan: string) => `${yuan} yuan arrived`,
  ofDonor: 'Agreements of this donor', meets: 'Which instalment it meets', meetsHint: 'Leave it where the gift belongs to no agreement.', meetsNone: 'none',
  meetsLine: (title: string, seq: number, dueOn: string, yuan: string) => `${title} · no. ${seq} · ${dueOn} · ${yuan} yuan`,
  meetsShort: (title: string, seq: number) => `${title} · no. ${seq}`, book: 'Books',
})
