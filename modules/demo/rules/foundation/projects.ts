import { addDays, type LocalDate } from '#platform/values/local-date.ts'

/** An application of the demo, for people counted outside. */
export type PlannedAward = { by: string; group: string; people: number; yuan: number; account: string }

/** Applications of two counties and a town; the transfer of the first one fails at first. */
export const plannedAwards: readonly PlannedAward[] = [
  { by: 'town-office', group: '中心小学三年级', people: 24, yuan: 4800, account: '62001122330011' },
  { by: 'county-office', group: '实验中学初一', people: 30, yuan: 6000, account: '62001122330022' },
  { by: 'county2-office', group: '民族学校五年级', people: 22, yuan: 4400, account: '62001122330033' },
  { by: 'town3-office', group: '希望小学四年级', people: 15, yuan: 3000, account: '62001122330044' },
]

/** A project of the demo: the first one runs, the second one waits to be decided on. */
export function plannedProject(at: number, on: LocalDate) {
  const startsOn = addDays(on, 5)
  return {
    name: at === 0 ? '春蕾助学' : '乡村图书角', purpose: at === 0 ? '资助困难家庭的孩子开学上学，按学校和班级发放。' : '为村里的孩子建图书角，配书和书架。',
    startsOn, endsOn: addDays(startsOn, 240), peoplePlanned: at === 0 ? 200 : 120, surplusRule: 'return' as const, yuan: at === 0 ? 60_000 : 24_000,
    milestones: [{ title: at === 0 ? '名单公示' : '选定村和学校', dueOn: addDays(startsOn, 60) }, { title: at === 0 ? '发放完成' : '图书上架',
      dueOn: addDays(startsOn, 200) }],
    partners: at === 0 ? [] : [{ name: '新华书店', task: '图书采购' }],
  }
}

const scores = { hasConflict: false, statement: '没有利益关系', needScore: 23, meansScore: 21, budgetScore: 22, benefitScore: 22 }
/** Who reviews the first project, and how. */
export const givenReviews = [
  ['accountant2', { ...scores, opinion: '预算清楚，可以立项。' }], ['finance-reviewer', { ...scores, opinion: '资金来源充足，同意立项。' }],
] as const
