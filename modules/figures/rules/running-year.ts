import { formatChinese, type LocalDate } from '#platform/values/local-date.ts'

/** Up to which day a year is counted that is not over; null for one that is. */
export const countedUntilOf = (year: number, today: LocalDate): LocalDate | null => (today > `${year}-12-31` ? null : today)

/** What a report of a running year says first. */
export const untilSentence = (year: number, countedUntil: LocalDate): string =>
  `（${year}年尚未结束，以下数字截至${formatChinese(countedUntil)}。）`
