import { media, type Colour } from '../contract.ts'
import { overdueDays } from '../rules/due-dates.ts'
import {
  closingReasonWords, colourWords, endingReasonWords, goalOutcomeWords, mediumWords, outcomeWords, planStatusWords, riskWords, roleWords,
} from '../rules/words.ts'

/** Names as options of a choice. */
export const optionsOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }))

export const colourOptions = optionsOf({ red: '红色（高）', yellow: '黄色（中）', blue: '蓝色（低）', green: '绿色（平稳）' })
export const mediumOptions = media.map(value => ({ value, label: mediumWords[value] }))
export const outcomeOptions = optionsOf(outcomeWords)
export const roleOptions = optionsOf(roleWords)
export const closingOptions = optionsOf(closingReasonWords)
export const planStatusOptions = optionsOf(planStatusWords)
export const goalOutcomeOptions = optionsOf(goalOutcomeWords)
/** Why people end a plan; the closing of a case ends it by itself. */
export const endingOptions = optionsOf(endingReasonWords).filter(({ value }) => value !== 'case-closed')
export const statusOptions = optionsOf({ open: '进行中', closed: '已结案' })

/** 红色 · 高风险 */
export const riskName = (colour: Colour): string => `${colourWords[colour]} · ${riskWords[colour]}`

/** How a due date stands today, in words. */
export function dueWords(dueOn: string | null, today: string): string {
  if (dueOn === null) return '已结案'
  const late = overdueDays(dueOn, today)
  if (late > 0) return `逾期${late}天（应于${dueOn}）`
  return dueOn === today ? '今天到期' : `${dueOn}前`
}
