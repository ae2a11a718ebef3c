import { lastOfMonth, type LocalDate } from '#platform/values/local-date.ts'

/** Whether a month lies wholly in the past: only then its figures can be reported. */
export const isOver = (month: LocalDate, today: LocalDate): boolean => lastOfMonth(month) < today
