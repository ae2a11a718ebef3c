import { lastOfMonth, type LocalDate } from '#platform/values/local-date.ts'

/** First day of a month such as 202603. */
export const firstDayOf = (month: number): LocalDate => `${String(month).slice(0, 4)}-${String(month).slice(4)}-01`

/** The month after. */
export const nextMonth = (month: number): number => (month % 100 === 12 ? month + 89 : month + 1)
/** The month before. */
export const previousMonth = (month: number): number => (month % 100 === 1 ? month - 89 : month - 1)

/** Last day of a month. */
export const lastDayOf = (month: number): LocalDate => lastOfMonth(firstDayOf(month))

/** Whether a month ends a year. */
export const isYearEnd = (month: number): boolean => month % 100 === 12
/** First month of the year of a month. */
export const yearStart = (month: number): number => Math.floor(month / 100) * 100 + 1
