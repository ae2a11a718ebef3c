import { defineWords } from '#platform/ui/words.ts'
import { labelInEnglish } from '#platform/values/mask.ts'

/** Words of planning visits, one or a series. */
export const planningWords = defineWords({
  planVisit: '安排走访', whichDay: '哪一天', whoGoes: '谁去', second: '同去的志愿者', along: '同去', withWorker: '有工作人员同去', firstForTwo: '结对后的头几次上门须两人同去。',
  series: '定期走访', fromOn: '从哪天起', untilOn: '到哪天止', everyWeeks: '每几周一次', planThese: '安排这些走访',
  daysOf: (count: number, days: string, isMore: boolean) => `共${count}次：${days}${isMore ? '…' : ''}。安排以后每一次都可以改日期或取消。`,
  editSeries: '修改系列', editSeriesTitle: (child: string) => `修改定期走访：${child}`, saveSeries: '按新的安排',
  editLead: '今天和以后还没有走访的各次改按新的安排；已经走访的不变。起始日期是星期几，以后就是星期几。谁去、有没有工作人员同去，照原来的。',
  planned: '已安排的走访', move: '改日期', drop: '取消安排', dropRest: '取消以后各次', dropTitle: '取消这次走访安排？', dropLead: '只取消安排，不影响应走访的日期。',
  dropRestTitle: (on: string) => `取消 ${on} 起这一系列走访？`, dropRestLead: '这一天和以后的各次都取消，已经走访的不受影响。', dayPassed: '日期已过，还没有记录',
  moveTitle: (child: string) => `改日期：${child}`, moveTo: '改到哪一天', moveHint: '只改这一次，同一系列的其他各次不变。', route: '当天路线', weekLists: '本周走访单',
}, {
  planVisit: 'Plan a visit', whichDay: 'Day', whoGoes: 'Who goes', second: 'Second volunteer', along: 'Company', withWorker: 'A worker goes along',
  firstForTwo: 'The first visits of a pairing at home are for two people.',
  series: 'Regular visits', fromOn: 'From', untilOn: 'Until', everyWeeks: 'Weeks between two visits',
  planThese: 'Plan these visits',
  daysOf: (count: number, days: string, isMore: boolean) => `${count} visits: ${days}${isMore ? '…' : ''}. Each can be moved or dropped later.`,
  editSeries: 'Change the series', editSeriesTitle: (child: string) => `Change regular visits: ${labelInEnglish(child)}`, saveSeries: 'Plan anew',
  editLead: 'Visits of today and later that were not made are planned anew; what was made stays. The first day also sets the day of the week. '
    + 'Who goes, and whether a worker goes along, stay as they are.',
  planned: 'Planned visits', move: 'Move', drop: 'Drop', dropRest: 'Drop the rest', dropTitle: 'Drop this planned visit?',
  dropLead: 'Only the plan is dropped; the due date stays.',
  dropRestTitle: (on: string) => `Drop the series from ${on} on?`, dropRestLead: 'This day and all later ones are dropped; visits that were made stay.',
  dayPassed: 'the day has passed and nothing was recorded',
  moveTitle: (child: string) => `Move: ${labelInEnglish(child)}`,
  moveTo: 'To which day', moveHint: 'Only this one; the others of the series stay.', route: 'Route of the day',
  weekLists: 'Week’s lists',
})
