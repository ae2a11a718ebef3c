import { defineWords } from '#platform/ui/words.ts'
import { untilSentence } from '../rules/running-year.ts'

/** Words of the dictionary of indicators. */
export const indicatorWords = defineWords({
  indicators: '指标字典', lead: '每个数字怎样统计，只在这里规定一次：数字和它背后的记录出自同一条规定。', findHint: '名称、口径或代码', noneLead: '换几个字再找。',
  kinds: { count: '计数', sum: '合计', ratio: '比率' }, timings: { flow: '时段内发生', stock: '期末存量' }, oncePerPerson: '一人只计一次',
  method: '统计方法', formula: '算式', source: '来自', wordSource: '用词出处', codeAndVersion: '代码和版本', version: (version: number) => `第${version}版`,
  usedUntil: (day: string) => `用到${day}`,
}, {
  indicators: 'Indicators', lead: 'How each figure is counted is laid down here once: the number and the records behind it come from the same definition.',
  findHint: 'Name, definition or code', noneLead: 'Try other words.',
  kinds: { count: 'count', sum: 'sum', ratio: 'ratio' }, timings: { flow: 'within the period', stock: 'stock at its end' },
  oncePerPerson: 'each person once',
  method: 'Method', formula: 'Formula', source: 'Counted from', wordSource: 'Source of the term', codeAndVersion: 'Code and version',
  version: (version: number) => `version ${version}`, usedUntil: (day: string) => `used until ${day}`,
})

/** Words of the yearly report. */
export const reportWords = defineWords({
  report: '年度报告', lead: '文字里的每个数字都从记录统计，点开可看到明细；余、约、万只改变文中写法，不改变数字。', choose: '选择报告', template: '模板',
  templates: { summary: '年度工作总结', speech: '讲话回顾段' }, preview: '预览', approvedBy: (name: string) => `已由${name}审定，数字已固定`,
  draftOf: (version: number, name: string) => `草稿第${version}版，${name}保存`, unsaved: '模板原文，尚未保存',
  countedUntil: (year: number, day: string) => untilSentence(year, day), notBegun: (year: string) => `${year}年还没有开始`,
  notBegunLead: '没有可报告的数字，请看今年或以前的报告。', thisYear: '看今年的报告',
  downloadSources: '下载（附数字出处）', download: '下载 .docx', unknownCodes: (codes: string) => `文中有字典里没有的指标：${codes}。请对照指标字典改正。`,
  claims: (found: string, year: number) =>
    `文中写着“${found}”，而${year}年尚未结束。请改为 {{wholeYear}}（今年以来）、{{yearEnd}}（目前）或 {{until}}（截至今天）；年终以后会自动变为全年、年末。`,
  text: '文字', title: '标题', insert: '插入数字', body: '正文（# 开头为标题；{{visits.made|万人次|余}} 会变成统计数字）', saved: '已保存。',
  approve: '审定并固定数字', approveTitle: '审定这份报告？', approveConfirm: '审定', approveLead: '审定后文字和数字都不再变动，以后补录的记录不影响这份报告。',
  stale: '您写的文字还在下面。请复制后刷新页面，再合并。', indicatorHint: '输入指标名称',
}, {
  report: 'Yearly report',
  lead: 'Every number in the text is counted from records and opens them. 余, 约 and 万 change only how a number is written, never the number.',
  choose: 'Choose a report', template: 'Template', templates: { summary: 'Yearly summary', speech: 'Speech, looking back' }, preview: 'Preview',
  approvedBy: (name: string) => `Approved by ${name}, numbers fixed`, draftOf: (version: number, name: string) => `Draft ${version}, saved by ${name}`,
  unsaved: 'Text of the template, not yet saved',
  countedUntil: (year: number, day: string) => `(${year} is not over; the figures below are counted up to ${day}.)`,
  notBegun: (year: string) => `${year} has not begun`, notBegunLead: 'There is nothing to report yet. See the report of this year or an earlier one.',
  thisYear: 'Report of this year',
  downloadSources: 'Download with sources', download: 'Download .docx',
  unknownCodes: (codes: string) => `The text names indicators the dictionary lacks: ${codes}. Please correct them by the dictionary.`,
  claims: (found: string, year: number) =>
    `The text says “${found}”, but ${year} is not over. Write {{wholeYear}}, {{yearEnd}} or {{until}}; they become 全年 and 年末 once it is.`,
  text: 'Text', title: 'Title', insert: 'Insert a figure', body: 'Body (a line with # is a heading; {{visits.made|万人次|余}} becomes a figure)', saved: 'Saved.',
  approve: 'Approve and fix the numbers', approveTitle: 'Approve this report?', approveConfirm: 'Approve',
  approveLead: 'Text and numbers then stay as they are; what is recorded later does not change this report.',
  stale: 'Your text is still below. Copy it, reload the page, then merge the two.', indicatorHint: 'Name of an indicator',
})
