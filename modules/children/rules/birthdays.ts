import { addDays, firstOfMonth, type LocalDate } from '#platform/values/local-date.ts'
import { birthdayOf } from './age.ts'

/** How many days before a birthday of 16 or 18 the office is told, unless the city has set another number. */
export const usualNoticeDays = 60

/** A birthday that asks for work: at 16 a child may consent itself and some types end, at 18 the file ends. */
export type BirthdayNotice = { years: 16 | 18; noticeOn: LocalDate; dueOn: LocalDate }

/** The next birthday of 16 or 18; both days are firsts of a month, so that they tell no birthday. */
export function nextBirthdayNotice(birthOn: LocalDate, today: LocalDate, noticeDays: number): BirthdayNotice | undefined {
  const years = ([16, 18] as const).find((age) => birthdayOf(birthOn, age) > today)
  if (years === undefined) return undefined
  const birthday = birthdayOf(birthOn, years)
  return { years, noticeOn: firstOfMonth(addDays(birthday, -noticeDays)), dueOn: firstOfMonth(birthday) }
}
