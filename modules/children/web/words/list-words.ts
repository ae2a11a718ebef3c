import { defineWords } from '#platform/ui/words.ts'

/** Words of the comparison of a list of civil affairs with the register. */
export const listWords = defineWords({
  title: '核对民政名单', back: '导入记录', lead: (file: string) => `${file}：名单与登记的每一处不同由您决定，随时保存；全部决定后一次写入。`,
  caption: '名单与登记的差异', kind: '类别', state: '决定', onlyUndecided: '尚未决定', child: '孩子', compared: '名单与登记', decision: '怎样处理',
  kinds: { new: '名单上新的', changed: '内容有变化', gone: '名单上没有', ambiguous: '可能是几个孩子', elsewhere: '在其他单位' },
  kindLeads: {
    new: '登记里没有这个孩子。', changed: '名单与登记不一致，打勾的项目按名单更改。', gone: '登记为民政认定，名单上没有。', ambiguous: '请先确定是哪一位。',
    elsewhere: '由其他单位登记，只能申请转接。',
  },
  decisions: { take: '按名单登记', keep: '保持不变', visit: '走访核实', end: '终止认定', transfer: '申请转接' }, takeChanged: '按名单更改', visitNew: '登记并走访核实',
  skip: '不登记', notMeant: '不处理',
  fields: {
    types: '认定类型', decidedOn: '认定日期', source: '认定文号', name: '姓名', sex: '性别', paperNumber: '证件号码', address: '住址', school: '学校', guardian: '监护人',
  },
  theirs: '名单', ours: '登记', nothing: '（空）', masked: '（须有查阅许可）', row: (number: number) => `第${number}行`, notOnList: '不在名单上', open: '打开档案',
  decidedBy: (name: string) => `${name}决定`, change: '改', endedOn: '终止日期', endTitle: '民政认定从哪天终止？', endConfirm: '终止认定', endLead: '从这一天起不再计为民政认定；档案保留。',
  written: '已写入', left: '未写入', which: '是哪一位？', noneOfThem: '都不是，是新的孩子', progress: (done: number, total: number) => `已决定 ${done} / ${total}`,
  all: '批量决定', allTitle: '批量决定尚未决定的差异', allKind: '哪一类', allDecision: '怎样处理', allConfirm: '全部这样处理', allLead: '只影响这一类中尚未决定的；写入前都可以再改。',
  allDone: (count: number) => `已决定 ${count} 条。`, pick: '请选择', commit: '写入登记', commitTitle: '按决定写入登记？', commitLead: '一次写入全部决定；写入后可以在“导入记录”中撤销。',
  undecided: (count: number) => `还有 ${count} 处没有决定`, done: (created: number, changed: number) => `已写入：新登记 ${created} 人，更改 ${changed} 人。`,
  writing: '正在写入，请稍候……', emptyTitle: '没有差异', emptyLead: '名单与登记相符，没有需要决定的。', problems: '下载标明问题的表', importLeftBehind: '导入留守儿童名单',
  importHardship: '导入困境儿童名单', importForms: '导入登记表', importMenu: '导入',
  states: { received: '已上传', checked: '核对中', committing: '正在写入', committed: '已写入', undone: '已撤销' },
}, {
  title: 'Compare the civil affairs list', back: 'Imports',
  lead: (file: string) => `${file}: you decide each difference between the list and the register. Decisions are kept at once and written together at the end.`,
  caption: 'Differences between list and register', kind: 'Kind', state: 'Decision', onlyUndecided: 'not decided yet', child: 'Child', compared: 'List and register',
  decision: 'What to do',
  kinds: { new: 'new on the list', changed: 'changed', gone: 'not on the list', ambiguous: 'several may be meant', elsewhere: 'held by another unit' },
  kindLeads: {
    new: 'The register has no such child.', changed: 'List and register differ; what is ticked is taken from the list.',
    gone: 'Recognised by civil affairs in the register, but not on the list.', ambiguous: 'Say first which child is meant.',
    elsewhere: 'Registered by another unit: only a transfer can be asked for.',
  },
  decisions: { take: 'Register from the list', keep: 'Keep ours', visit: 'Mark for a visit', end: 'End the recognition', transfer: 'Ask for a transfer' },
  takeChanged: 'Take from the list', visitNew: 'Register and visit', skip: 'Do not register', notMeant: 'Leave it',
  fields: {
    types: 'recognised as', decidedOn: 'recognised on', source: 'document', name: 'name', sex: 'sex', paperNumber: 'paper number', address: 'address',
    school: 'school', guardian: 'guardian',
  },
  theirs: 'list', ours: 'register', nothing: '(empty)', masked: '(needs an approval)', row: (number: number) => `row ${number}`, notOnList: 'not on the list',
  open: 'Open the file', decidedBy: (name: string) => `decided by ${name}`, change: 'Change', endedOn: 'Ended on', endTitle: 'From which day does the recognition end?',
  endConfirm: 'End the recognition', endLead: 'From that day the child no longer counts as recognised; the file stays.', written: 'written', left: 'not written',
  which: 'Which child is meant?', noneOfThem: 'None of them, a new child', progress: (done: number, total: number) => `${done} of ${total} decided`,
  all: 'Decide many', allTitle: 'Decide all that are undecided', allKind: 'Kind', allDecision: 'What to do', allConfirm: 'Decide all of these',
  allLead: 'Only the undecided ones of this kind; everything can be changed until it is written.', allDone: (count: number) => `${count} decided.`, pick: 'Please choose',
  commit: 'Write to the register', commitTitle: 'Write to the register as decided?', commitLead: 'All decisions are written at once; the import can be undone under “Imports”.',
  undecided: (count: number) => `${count} not decided yet`, done: (created: number, changed: number) => `Written: ${created} registered, ${changed} changed.`,
  writing: 'Writing, please wait …', emptyTitle: 'No differences', emptyLead: 'List and register agree.', problems: 'Download the marked workbook',
  importLeftBehind: 'Left-behind children list', importHardship: 'Children in hardship list', importForms: 'Registration forms', importMenu: 'Import',
  states: { received: 'uploaded', checked: 'being compared', committing: 'being written', committed: 'written', undone: 'undone' },
})
