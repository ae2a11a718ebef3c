import { defineWords } from '#platform/ui/words.ts'

/** Words of the holidays by which working days are counted. */
export const holidayWords = defineWords({
  title: '放假安排', lead: '权利请求的答复期限按工作日计，依据这里的放假和调休日期。没有收录的年份按自然日计，只会更早，不会晚于规定。', enter: '录入一年的放假安排', caption: '已收录的年份',
  year: '年份', daysOff: '放假日期', daysWorked: '调休上班日期', source: '依据', recorded: '录入人', withProgram: '随程序提供', none: '没有', enterTitle: '录入放假安排',
  enterLead: '请对照国务院办公厅的通知逐日填写；同一年再次录入时以最后一次为准，此前已经算出的期限不变。', daysHint: '每行一天，或写成 2027-02-05..2027-02-11', sourceHint: '通知的名称和文号',
  save: '录入', daysNeeded: '请填写放假日期。', notDays: '请写成 2027-02-05 或 2027-02-05..2027-02-11，每行一项。', sourceNeeded: '请写明依据的通知。',
  missing: (year: number) => `${year}年的放假安排还没有收录，这一年的期限暂按自然日计。`,
}, {
  title: 'Holidays', enter: 'Enter the holidays of a year', caption: 'Years that are known', year: 'Year', daysOff: 'Days off', daysWorked: 'Weekends worked',
  lead: 'Answers to rights requests are due after working days, counted by these days. '
    + 'In a year that is not known calendar days count: earlier, never later than the rule.',
  source: 'Source', recorded: 'Entered by', withProgram: 'comes with the program', none: 'none', enterTitle: 'Enter holidays',
  enterLead: 'Please copy them day by day from the notice of the State Council. Of one year the latest entry holds; last days already set stay.',
  daysHint: 'One day a line, or 2027-02-05..2027-02-11', sourceHint: 'Name and number of the notice', save: 'Enter',
  daysNeeded: 'Please give the days off.', notDays: 'Please write 2027-02-05 or 2027-02-05..2027-02-11, one a line.',
  sourceNeeded: 'Please name the notice.', missing: (year: number) => `The holidays of ${year} are not known yet; calendar days count in it.`,
})
