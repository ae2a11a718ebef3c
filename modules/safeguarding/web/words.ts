import { defineWords } from '#platform/ui/words.ts'
import { closingResults, situations, statuses, stepKinds } from '../contract.ts'
import { groundWords, resultWords, situationTitles, statusWords, stepWords } from '../rules/words.ts'

const englishSituations: typeof situationTitles = {
  'private-parts-injured': 'private parts injured', 'girl-under-14-abused': 'girl under 14 abused', 'girl-over-14-abused': 'girl of 14 or older abused',
  'many-injuries': 'many injuries, malnourished or unconscious', 'unnatural-harm': 'suicide, self-harm, work injury, poisoning and the like',
  abandoned: 'abandoned or long uncared for', 'missing-or-trafficked': 'of unknown origin, missing or trafficked', 'made-to-beg': 'made to beg',
  'other-grave-harm': 'other grave harm or present danger',
}
const englishSteps: typeof stepWords = {
  police: 'reported to the police', 'civil-affairs': 'reported to civil affairs', education: 'reported to the education bureau',
  hospital: 'taken to hospital, or hospital told', 'other-authority': 'reported to another authority', guardian: 'guardian contacted',
  visited: 'child seen in person', note: 'other',
}
const englishResults: typeof resultWords = {
  police: 'dealt with by the police', 'civil-affairs': 'taken over by civil affairs', education: 'dealt with by the education bureau',
  'family-supported': 'family is doing better, help goes on', unfounded: 'found to be untrue', mistaken: 'mistaken report (not counted)',
}
const englishGrounds: typeof groundWords = {
  officer: 'guardian officer', designee: 'designee', named: 'named for this report', withheld: 'not to be told, as the reporter asked',
}
/** What the server says somebody looked at. */
const englishReads: Readonly<Record<string, string>> = {
  查看报告: 'opened the report', 查看报告人: 'looked up the reporter', 打印报告表: 'printed the report',
}

/** The words of one language as options of a choice. */
export const optionsOf = (texts: (typeof words)['en']) => ({
  situations: situations.map(value => ({ value, label: texts.situationTitles[value] })),
  statuses: statuses.map(value => ({ value, label: texts.statusWords[value] })),
  steps: stepKinds.map(value => ({ value, label: texts.stepWords[value] })),
  authorities: stepKinds.slice(0, 5).map(value => ({ value, label: texts.stepWords[value] })),
  results: closingResults.map(value => ({ value, label: texts.resultWords[value] })),
})

/** Words of the pages on which a report is handled. The wording of the situations on the form is that of the law, in Chinese. */
export const words = defineWords({
  situationTitles, statusWords, stepWords, resultWords, groundWords, readOf: (what: string) => what,
  reports: '强制报告处置', reportsLead: '这里只有您被指定查看的报告。打开报告、查看报告人、打印都会留痕。', designees: '指定保护人员', caption: '强制报告',
  noReports: '没有要您查看的报告', noReportsLead: '报告只送给未成年人信息负责人、指定保护人员和被指名的人。',
  report: '报告', status: '状态', situation: '情形', unit: '单位', filedAt: '报告时间', seenAt: '发现时间', reportOf: (number: string) => `强制报告 ${number}`,
  filedOf: (at: string) => `${at} 报告`, outcome: '处置结果', reopenTitle: '重新办理这份报告？', reopen: '重新办理',
  reopenPresets: ['出现新情况', '办结有误'] as readonly string[], reopenLead: '原来的处置结果会撤下，处置记录都保留。', print: '打印报告表', close: '办结',
  recordStep: '登记处置', matter: '报告内容', place: '地点', child: '孩子', notRegistered: '没有登记在册', openFile: '打开档案', description: '怎样辨认', seen: '看到、听到',
  reporterClosed: '报告人保密，不对您开放。', reporter: '报告人',
  reporterRest: (unit: string, phone: string | null) => `，${unit}${phone ? `，电话 ${phone}` : ''}。请保密。`,
  openReporter: '查看报告人', openReporterTitle: '查看报告人？', open: '查看', reporterPresets: ['公安机关要求核实', '需要向报告人了解细节'] as readonly string[],
  openReporterLead: '报告人依法保密。查看的人、时间和原因会留下记录。', course: '报告与处置经过',
  noSteps: '还没有登记。请先向公安、民政或教育部门报告，再登记时间和回执。', byReporter: '报告时填写',
  contactOf: (name: string) => `，对方：${name}`, receiptOf: (number: string) => `，回执：${number}`,
  nobodyTold: '还没有登记向公安、民政或教育部门报告。请先登记处置；只有误报可以直接办结。', result: '结果', resultNeeded: '请选择结果。', closing: '处置情况',
  sealed: '加密保存。', closingNeeded: '请写处置情况。',
  whatDone: '做了什么', time: '时间', contact: '对方人员', receipt: '回执或接警编号', text: '说明', register: '登记', stepLead: '登记后不能修改；写错了就再登记一条说明。',
  contactHint: '如：东街派出所李警官',
  readers: '知情人和查阅记录', nameReader: '指名知情人', endReader: '取消知情', endReaderTitle: (name: string) => `取消${name}的知情？`,
  endPresets: ['不再经办', '与此事有关'] as readonly string[], endReaderLead: '这个人从现在起看不到这份报告。', seesReporter: '可查看报告人',
  endedAt: (at: string) => `${at}取消`, whoMayRead: '谁可以查看', name: '指名', nameLead: '只指名真正需要知道的人。对方会收到提醒，能看到整份报告。', personNeeded: '请选择人员。',
  alsoReporter: '也可以查看报告人', personHint: '输入姓名查找', nobodyFound: '没有找到',
  designeesLead: '未成年人信息负责人之外，可以接收强制报告的人。从指定之后的报告起生效。', person: '人员', unitAndBelow: '负责单位（含下级）', period: '期间',
  periodOf: (from: string, until: string | null) => `${from} 起${until ? `，至 ${until}` : ''}`, namedBy: '指定人', acts: '操作', endDesignee: '不再指定',
  assign: '指定人员', noDesignees: '还没有指定人员', noDesigneesLead: '现在只有未成年人信息负责人能收到报告。', endDesigneeTitle: (name: string) => `不再指定${name}？`,
  designeePresets: ['岗位调整'] as readonly string[], endDesigneeLead: '明天起的报告不再送给这个人；以前收到的仍可查看，需要时到报告里逐份取消。', whichUnit: '负责哪个单位',
  assignShort: '指定', unitNeeded: '请选择单位。',
  counts: '强制报告件数', countsLead: '只有件数，看不到是哪个孩子、谁报告。误报的不计。', year: '年份', yearOf: (year: number) => `${year}年`, total: '合计',
  pieces: (count: number) => `${count} 件`, piecesWord: ' 件', bySituation: '按情形（一份报告可有几种情形）', number: '件数',
}, {
  situationTitles: englishSituations, statusWords: { filed: 'to be opened', handling: 'being handled', closed: 'closed' }, stepWords: englishSteps,
  resultWords: englishResults, groundWords: englishGrounds, readOf: (what: string) => englishReads[what] ?? what,
  reports: 'Reports of harm', reportsLead: 'Only reports you are named for. Opening a report, looking up the reporter and printing leave a trace.',
  designees: 'Designees', caption: 'Mandatory reports', noReports: 'No report for you',
  noReportsLead: 'Reports go only to guardian officers, designees and people named.',
  report: 'Report', status: 'Status', situation: 'Situation', unit: 'Unit', filedAt: 'Filed at', seenAt: 'Seen at',
  reportOf: (number: string) => `Mandatory report ${number}`,
  filedOf: (at: string) => `filed ${at}`, outcome: 'Outcome', reopenTitle: 'Take this report up again?', reopen: 'Reopen',
  reopenPresets: ['Something new came up', 'Closed by mistake'], reopenLead: 'The outcome is taken back; all steps stay.', print: 'Print report',
  close: 'Close',
  recordStep: 'Record a step', matter: 'What was reported', place: 'Place', child: 'Child', notRegistered: 'not registered', openFile: 'open the file',
  description: 'How to recognise', seen: 'Seen and heard',
  reporterClosed: 'The reporter is secret and not shown to you.', reporter: 'Reporter',
  reporterRest: (unit: string, phone: string | null) => `, ${unit}${phone ? `, phone ${phone}` : ''}. Please keep it secret.`,
  openReporter: 'Show reporter', openReporterTitle: 'Show who reported?', open: 'Show',
  reporterPresets: ['The police ask to verify', 'Details are needed from the reporter'],
  openReporterLead: 'The reporter is secret by law. Who looks, when and why is kept.', course: 'Reports and steps',
  noSteps: 'Nothing recorded yet. Report to the police, civil affairs or the education bureau first, then record time and receipt.',
  byReporter: 'written by the reporter', contactOf: (name: string) => `, told: ${name}`, receiptOf: (number: string) => `, receipt: ${number}`,
  nobodyTold: 'No report to the police, civil affairs or the education bureau is recorded. Record it first; only a mistaken report can be closed at once.',
  result: 'Result', resultNeeded: 'Please choose a result.', closing: 'What was done', sealed: 'Kept encrypted.', closingNeeded: 'Please write what was done.',
  whatDone: 'What was done', time: 'When', contact: 'Whom', receipt: 'Receipt or police number', text: 'Note', register: 'Record',
  stepLead: 'It cannot be changed afterwards; if something is wrong, record another note.', contactHint: 'e.g. Officer Li, Dongjie police station',
  readers: 'Readers and readings', nameReader: 'Name a reader', endReader: 'End reading', endReaderTitle: (name: string) => `End ${name}'s reading?`,
  endPresets: ['No longer handles it', 'Is touched by the matter'], endReaderLead: 'From now on this person cannot see the report.',
  seesReporter: 'may see the reporter', endedAt: (at: string) => `ended ${at}`, whoMayRead: 'Who may read', name: 'Name',
  nameLead: 'Name only people who really need to know. They get a message and see the whole report.', personNeeded: 'Please choose a person.',
  alsoReporter: 'May also see the reporter', personHint: 'Type a name', nobodyFound: 'Nobody found',
  designeesLead: 'People who receive mandatory reports beside the guardian officers. It holds for reports filed from then on.', person: 'Person',
  unitAndBelow: 'Unit (and below)', period: 'Period', periodOf: (from: string, until: string | null) => `from ${from}${until ? ` until ${until}` : ''}`,
  namedBy: 'Named by', acts: 'Actions', endDesignee: 'End', assign: 'Name a person', noDesignees: 'Nobody is named',
  noDesigneesLead: 'Only guardian officers receive reports now.', endDesigneeTitle: (name: string) => `End the naming of ${name}?`,
  designeePresets: ['Change of post'],
  endDesigneeLead: 'Reports from tomorrow on no longer go to this person. Earlier ones stay open to them; end that report by report.',
  whichUnit: 'For which unit', assignShort: 'Name', unitNeeded: 'Please choose a unit.',
  counts: 'Counts of reports', countsLead: 'Numbers only: no child and no reporter can be seen. Mistaken reports do not count.', year: 'Year',
  yearOf: (year: number) => String(year), total: 'Total', pieces: (count: number) => String(count), piecesWord: '',
  bySituation: 'By situation (a report may have several)', number: 'Reports',
})
