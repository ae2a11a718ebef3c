import { formatChinese, type LocalDate } from '#platform/values/local-date.ts'

/** Up to which day a year is counted that is not over; null for one that is. */
export const countedUntilOf = (year: number, today: LocalDate): LocalDate | null => (today > `${year}-12-31` ? null : today)

/** Of a period that begins on a later day nothing can be counted: every figure, list, file and report of it is refused by this one rule. */
export const hasBegun = (from: LocalDate, today: LocalDate): boolean => from <= today

/** What is said beside `period` of one that has not begun. */
export const notBegunSentence = (label: string): string => `${label}还没有开始，没有可统计的数字，请选择今天或以前的时段。`

/** What a report of a running year says first. */
export const untilSentence = (year: number, countedUntil: LocalDate): string =>
  `（${year}年尚未结束，以下数字截至${formatChinese(countedUntil)}。）`
