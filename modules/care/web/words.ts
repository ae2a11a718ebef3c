import { defineWords } from '#platform/ui/words.ts'
import { labelInEnglish } from '#platform/values/mask.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import type {
  ClosingReason, Colour, Distance, EndingReason, GoalOutcome, Medium, Outcome, OverrideStatus, PairingRole, PlanStatus, Scale, VisitCategory,
} from '../contract.ts'
import {
  closingReasonWords, colourWords, distanceWords, endingReasonWords, goalOutcomeWords, mediumWords, outcomeWords, overrideStatusWords, planStatusWords,
  riskWords, roleWords, scaleWords,
} from '../rules/words.ts'

const englishColours: Record<Colour, string> = { red: 'red', yellow: 'yellow', blue: 'blue', green: 'green' }
const englishRisks: Record<Colour, string> = { red: 'high risk', yellow: 'medium risk', blue: 'low risk', green: 'stable' }
const englishOverrides: Record<OverrideStatus, string> = {
  pending: 'waiting', approved: 'agreed', rejected: 'not agreed', lapsed: 'replaced by a newer assessment',
}
const englishScales: Record<Scale, string> = { guardianship: 'guardian', physical: 'body', behaviour: 'behaviour' }
const englishMedia: Record<Medium, string> = { home: 'at home', phone: 'by phone', school: 'at school', video: 'by video', outing: 'outing' }
const englishOutcomes: Record<Outcome, string> = { made: 'child seen', attempted: 'nobody met' }
const englishRoles: Record<PairingRole, string> = { primary: 'primary volunteer', helper: 'helper' }
const englishClosings: Record<ClosingReason, string> = {
  solved: 'difficulty solved', 'family-reunited': 'parents came home', 'moved-away': 'moved away', 'grown-up': 'turned eighteen',
  declined: 'family wants no more help', duplicate: 'double case', other: 'other',
}
const englishDistances: Record<Distance, string> = { village: 'same village', town: 'same town', county: 'same county', city: 'same city' }
const englishPlans: Record<PlanStatus, string> = {
  draft: 'draft', submitted: 'waiting for approval', returned: 'returned', approved: 'in force', suspended: 'suspended', ended: 'ended',
}
const englishGoals: Record<GoalOutcome, string> = { open: 'open', reached: 'reached', missed: 'missed' }
const englishEndings: Record<EndingReason, string> = {
  reached: 'goals reached', changed: 'situation changed, another plan follows', withdrawn: 'family wants no more help', 'case-closed': 'closed with the case',
  other: 'other',
}

/** Words that several pages of 帮扶 share: the names of states, and what is said everywhere. */
export const careWords = defineWords({
  colours: colourWords, risks: riskWords, overrides: overrideStatusWords, scales: scaleWords, media: mediumWords, outcomes: outcomeWords, roles: roleWords,
  closings: closingReasonWords, distances: distanceWords, planStates: planStatusWords, goalStates: goalOutcomeWords, endings: endingReasonWords,
  colourChoices: { red: '红色（高）', yellow: '黄色（中）', blue: '蓝色（低）', green: '绿色（平稳）' }, caseStates: { open: '进行中', closed: '已结案' },
  moment: minuteInChina, day: (on: string) => formatChinese(on), and: '、', comma: '，', colon: '：',
  list: (...parts: string[]) => parts.join('；'), category: ({ name }: VisitCategory) => name,
  closedCase: '已结案', late: (days: number, dueOn: string) => `逾期${days}天（应于${dueOn}）`, dueToday: '今天到期', dueBefore: (dueOn: string) => `${dueOn}前`,
  cases: '帮扶个案', aCase: '个案', visits: '走访记录', worklist: '走访任务', recordVisit: '记录走访', recordVisitOf: (child: string) => `记录走访：${child}`,
  childSaid: (label: string) => label,
  child: '孩子', unit: '单位', risk: '风险', status: '状态', nextVisit: '下次走访', lastVisit: '最近走访', notYet: '还没有', mentors: '结对人', unpaired: '未结对',
  worker: '工作人员', minutes: (count: number) => `${count}分钟`, medium: '方式', reason: '原因', reasonNeeded: '请写明原因。', noName: '请不要写孩子的姓名',
  noNameSentence: '请不要写孩子的姓名。', sealed: '加密保存，只有办理人员能看到。', volunteer: '志愿者', notFound: '没有找到', seeAll: '看全部', otherChild: '换一个孩子',
  findChild: '查找孩子', searchHint: '孩子姓名、拼音或首字母、电话后四位', openCase: '开案', openTheCase: '打开个案', phone: '电话', none: '没有',
}, {
  colours: englishColours, risks: englishRisks, overrides: englishOverrides, scales: englishScales, media: englishMedia, outcomes: englishOutcomes,
  roles: englishRoles, closings: englishClosings, distances: englishDistances, planStates: englishPlans, goalStates: englishGoals, endings: englishEndings,
  colourChoices: { red: 'red (high)', yellow: 'yellow (medium)', blue: 'blue (low)', green: 'green (stable)' }, caseStates: { open: 'open', closed: 'closed' },
  moment: minuteInChina, day: (on: string) => on, and: ', ', comma: ', ', colon: ': ',
  list: (...parts: string[]) => parts.join('; '), category: ({ englishName }: VisitCategory) => englishName,
  closedCase: 'closed', late: (days: number, dueOn: string) => `${days} ${days === 1 ? 'day' : 'days'} late (due ${dueOn})`, dueToday: 'due today',
  dueBefore: (dueOn: string) => `by ${dueOn}`,
  cases: 'Cases', aCase: 'Case', visits: 'Visits', worklist: 'Visits due', recordVisit: 'Record a visit',
  recordVisitOf: (child: string) => `Record a visit: ${labelInEnglish(child)}`, childSaid: labelInEnglish,
  child: 'Child', unit: 'Unit', risk: 'Risk', status: 'Status', nextVisit: 'Next visit', lastVisit: 'Last visit', notYet: 'none yet', mentors: 'Volunteers',
  unpaired: 'not paired',
  worker: 'worker', minutes: (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`,
  medium: 'How', reason: 'Reason', reasonNeeded: 'Please give the reason.',
  noName: 'No child’s name, please', noNameSentence: 'Please do not write the child’s name.', sealed: 'Kept sealed; only those who work on the case read it.',
  volunteer: 'Volunteer', notFound: 'Nothing found', seeAll: 'Show all', otherChild: 'Another child',
  findChild: 'Find a child', searchHint: 'Name, pinyin or initials, last four digits of the phone', openCase: 'Open a case', openTheCase: 'Open the case',
  phone: 'Phone', none: 'none',
})
/** The shared words in one language. */
export type CareWords = (typeof careWords)['zh-CN']
