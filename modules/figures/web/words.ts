import { defineWords } from '#platform/ui/words.ts'

type ShownPeriod = { code: string; label: string }

const englishMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** 2026, 2026A, 2026Q1, 2026-03: year, review year, quarter, month. */
function englishPeriod({ code, label }: ShownPeriod): string {
  const [, year, part] = /^(\d{4})(A|Q[1-4]|-\d{2})?$/.exec(code) ?? []
  if (year === undefined) return label
  if (part === undefined) return year
  if (part === 'A') return `review year ${year}`
  return part.startsWith('Q') ? `${part}, ${year}` : `${englishMonths[Number(part.slice(1)) - 1] ?? label} ${year}`
}

/** What figures are counted in; a unit that the dictionary gains later stands as it is. */
const englishUnits: Readonly<Record<string, string>> = {
  人: 'people', 人次: 'person-times', 个: 'items', 件: 'items', 元: 'yuan', 分钟: 'minutes', 场: 'events', 小时: 'hours', 户: 'households', 次: 'times',
}
const englishUnit = (unit: string) => englishUnits[unit] ?? unit

/** Words of 统计: figures, what is behind each, the dictionary, closed months, the yearly report. */
export const words = defineWords({
  figures: '统计数字', periodText: (period: ShownPeriod) => period.label, unitText: (unit: string) => unit,
  valueIn: (unit: string) => `数值（${unit}）`,
  lead: (unit: string, period: string, day: string) => `${unit} · ${period} · 存量截至${day}。点数字可看到它统计的每一条记录。`,
  wholeYear: '全年', reviewYear: '考评年度', quarter: (at: number) => `第${'一二三四'.charAt(at - 1)}季度`, month: (at: number) => `${at}月`,
  year: '年份', yearOf: (year: string) => `${year}年`, partOfYear: '时段', unit: '单位', unitNow: (name: string) => `单位（现为${name}）`,
  filters: '筛选', find: '查找指标', findHint: '名称或口径中的字', noneTitle: '没有这样的指标', noneLead: '换几个字再找，或清空查找内容。',
  nothingToCount: (period: string) => `${period}没有可统计的数字`, nothingToCountLead: '没有这个时段，或它还没有开始。请看已经开始的时段。', ofThisYear: '看今年的数字',
  exportTable: '导出表格', indicator: '指标', value: '数值', reported: '上报数', rowsOf: (figure: string) => `${figure}，看明细`, noDenominator: '分母为 0',
  correctedTimes: (count: number) => `关账后更正 ${count} 笔`, counting: '正在统计',
  record: '记录', day: '日期', counted: '计入', lateOn: '关账后补录', definitionOf: (definition: string, unit: string, period: string) =>
    `${definition}（${unit}，${period}）`, noDenominatorHint: '分母为 0，按 0 显示', numerator: '分子', denominator: '分母', reportedHint: '关账时的数',
  whichRows: '列出哪些记录', numeratorRows: '分子的记录', denominatorRows: '分母的记录', recordsOf: (figure: string) => `${figure}的记录`,
  noRecords: '没有记录', noRecordsLead: '这个单位在这个时段没有可统计的记录。', exportRows: '导出明细',
  corrections: '关账后的更正', effect: '影响', addedLate: '补录，加上', takenBack: '撤销，减去', happenedOn: '发生日期', correctedAt: '更正时间',
  thirteenMonths: '近十三个月', trendOf: (figure: string) => `${figure}近十三个月的走势，数字见下表`, monthColumn: '月份', unitsBelow: '下级单位',
  byFund: '按资金', bySource: '按来源', fund: '资金', source: '来源', partOf: (name: string, part: string) => `${name} · ${part}`,
  sourceWords: { person: '个人', enterprise: '企业和单位', anonymous: '匿名', restricted: '限定资金', unrestricted: '非限定资金' },
  closings: '关账', closingsLead: '关账后，上报数不再变动；之后补录、更正、作废的记录逐笔列为更正。', closeOne: '关闭一个月', closingList: '关账记录',
  noClosings: '还没有关过账', noClosingsMay: '选择月份，关闭已经上报的月份。', noClosingsOthers: '市关工委办公室关账后，这里会列出。',
  closed: '已关账', reopened: '已重新打开', reopen: '重新打开', closedBy: (name: string, at: string) => `${name}于${at}关账。`,
  reopenedBy: (name: string, at: string, reason: string) => `${name}于${at}重新打开：${reason}`, reopenTitle: (month: string) => `重新打开${month}？`,
  reopenLead: '重新打开后，这个月的上报数按现在的记录显示，直到再次关账。', closeMonth: '关账', monthClosed: (month: string) => `${month}已关账。`,
}, {
  figures: 'Figures', periodText: englishPeriod, unitText: englishUnit, valueIn: (unit: string) => `Value (${englishUnit(unit)})`,
  lead: (unit: string, period: string, day: string) => `${unit} · ${period} · stocks as of ${day}. Choose a number to see every record it counts.`,
  wholeYear: 'Whole year', reviewYear: 'Review year', quarter: (at: number) => `Quarter ${at}`, month: (at: number) => englishMonths[at - 1] ?? '',
  year: 'Year', yearOf: (year: string) => year, partOfYear: 'Part of the year', unit: 'Unit', unitNow: (name: string) => `Unit (now ${name})`,
  filters: 'Filters', find: 'Find an indicator', findHint: 'Words of its name or definition', noneTitle: 'No such indicator',
  noneLead: 'Try other words, or clear the search.',
  nothingToCount: (period: string) => `Nothing to count for ${period}`,
  nothingToCountLead: 'There is no such period, or it has not begun. See one that has.', ofThisYear: 'Figures of this year',
  exportTable: 'Export table', indicator: 'Indicator', value: 'Value', reported: 'As reported', rowsOf: (figure: string) => `${figure}, see the records`,
  noDenominator: 'denominator is 0', correctedTimes: (count: number) => `${count} corrected after closing`, counting: 'Counting…',
  record: 'Record', day: 'Day', counted: 'Counts', lateOn: 'Added after closing', definitionOf: (definition: string, unit: string, period: string) =>
    `${definition} (${unit}, ${period})`, noDenominatorHint: 'The denominator is 0; shown as 0', numerator: 'Numerator', denominator: 'Denominator',
  reportedHint: 'The number when the month was closed',
  whichRows: 'Which records', numeratorRows: 'Of the numerator', denominatorRows: 'Of the denominator', recordsOf: (figure: string) => `Records of ${figure}`,
  noRecords: 'No records', noRecordsLead: 'This unit has nothing to count in this period.', exportRows: 'Export records',
  corrections: 'Corrections after closing', effect: 'Effect', addedLate: 'recorded late, added', takenBack: 'withdrawn, subtracted',
  happenedOn: 'Happened on', correctedAt: 'Corrected at',
  thirteenMonths: 'Last thirteen months', trendOf: (figure: string) => `${figure} over the last thirteen months; the numbers stand in the table below`,
  monthColumn: 'Month', unitsBelow: 'Units below', byFund: 'By fund', bySource: 'By source', fund: 'Fund', source: 'Source',
  partOf: (name: string, part: string) => `${name} · ${part}`,
  sourceWords: {
    person: 'people', enterprise: 'enterprises and bodies', anonymous: 'anonymous', restricted: 'restricted funds', unrestricted: 'unrestricted funds',
  },
  closings: 'Month closings',
  closingsLead: 'Once a month is closed, the reported numbers stay. What is recorded, corrected or voided later is listed as a correction, one by one.',
  closeOne: 'Close a month', closingList: 'Closings', noClosings: 'No month has been closed', noClosingsMay: 'Choose a month that has been reported.',
  noClosingsOthers: 'Months appear here once the office of the city committee has closed them.',
  closed: 'closed', reopened: 'reopened', reopen: 'Reopen', closedBy: (name: string, at: string) => `Closed by ${name}, ${at}.`,
  reopenedBy: (name: string, at: string, reason: string) => `Reopened by ${name}, ${at}: ${reason}`, reopenTitle: (month: string) => `Reopen ${month}?`,
  reopenLead: 'The reported numbers of this month then follow the records as they are now, until it is closed again.', closeMonth: 'Close month',
  monthClosed: (month: string) => `${month} is closed.`,
})
